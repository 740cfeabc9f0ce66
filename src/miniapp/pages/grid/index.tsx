import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MatterView } from '@contract/views'
import type { Place } from '@domain/place/place'
import { MatterCard } from '../../components/MatterCard'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { Waiting } from '../../components/Waiting'
import { pointOf } from '../../map/metresBetween'
import { useDidShow, usePullDownRefresh, useReachBottom } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import type { LocateFailure } from '../../platform/ports'
import { loadGridOutline, useGridOutline } from '../../stores/gridOutline'
import { loadList, loadMore, useLists } from '../../stores/lists'
import { useNetwork } from '../../stores/network'
import { locate } from '../../stores/place'
import { signedInPerson } from '../../stores/session'
import { sortByDue } from '../../stores/taskNumbers'
import { say } from '../../words/say'
import { DrawnMap } from './DrawnMap'
import type { Mark } from './mark'
import { TiledMap } from './TiledMap'

/** More marks than these hide each other, and slow a phone down. */
const MARKS_MAX = 100
const ROWS_AT_ONCE = 10
/** A list that says the same again and again is not asked for ever. */
const PAGES_MAX = 6

/** 我的网格: what is open there, on a map and in a list that says the same to whoever cannot see it. */
export default function GridPage() {
  const now = useNow()
  const { items, state } = useLists((lists) => lists.grid)
  const [rows, setRows] = useState(ROWS_AT_ONCE)
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(platform.dialogs.stopPullDown))
  useReachBottom(() => setRows(rows + ROWS_AT_ONCE))
  const sorted = sortByDue(items).slice(0, MARKS_MAX)
  return (
    <Screen title={say.grid.title}>
      <GridMap matters={sorted} />
      {state === 'unreachable' && (
        <Notice
          text={items.length > 0 ? say.unreachable : say.nothingKept}
          button={{ label: say.retry, onPress: () => void refresh() }}
        />
      )}
      {items.length === 0 && (state === 'new' || state === 'loading') && <Waiting rows={2} />}
      {items.length === 0 && state === 'ready' && <Notice text={say.grid.none} />}
      {sorted.slice(0, rows).map((matter, index) => (
        <View key={matter.matterId} className="numbered">
          <View className="numbered__number">{index + 1}</View>
          <View className="grow">
            <MatterCard id={`grid-${index}`} matter={matter} now={now} deadline />
          </View>
        </View>
      ))}
      {rows < sorted.length && (
        <Press
          id="grid-more"
          label={say.grid.more(Math.min(ROWS_AT_ONCE, sorted.length - rows))}
          onPress={() => setRows(rows + ROWS_AT_ONCE)}
        />
      )}
    </Screen>
  )
}

function GridMap({ matters }: { matters: readonly MatterView[] }) {
  const { grids, state } = useGridOutline()
  const online = useNetwork((network) => network.online)
  const [plain, setPlain] = useState(false)
  const [here, setHere] = useState<Place>()
  const [trouble, setTrouble] = useState<LocateFailure['reason']>()
  const marks = matters.flatMap(markOf)
  const tiled = platform.name === 'weapp' && online && !plain
  const find = async () => {
    const located = await locate()
    if ('failed' in located) return setTrouble(located.failed)
    setTrouble(undefined)
    setHere(located.place)
  }
  const map = { grids, marks, ...(here ? { here: pointOf(here) } : {}) }
  return (
    <View>
      {tiled ? <TiledMap {...map} /> : <DrawnMap {...map} />}
      {state === 'unreachable' && grids.length === 0 && <Notice text={say.grid.noOutline} />}
      {trouble && <Notice text={say.report[trouble]} />}
      <View className="row">
        <Press
          id="grid-locate"
          className="grow"
          label={say.grid.locate}
          onPress={() => void find()}
        />
        {platform.name === 'weapp' && online && (
          <Press
            id="grid-plain"
            className="grow"
            label={plain ? say.grid.tiles : say.grid.plain}
            onPress={() => setPlain(!plain)}
          />
        )}
        {trouble === 'denied' && (
          <Press
            id="grid-permissions"
            className="grow"
            label={say.report.openPermissions}
            onPress={() => void platform.device.openPermissions().then(find)}
          />
        )}
      </View>
      {matters.length > 0 && (
        <View className="quiet small between">{say.grid.shown(marks.length, matters.length)}</View>
      )}
    </View>
  )
}

function markOf(matter: MatterView, index: number): Mark[] {
  const { place, matterId, kind, urgency } = matter
  if (!place) return []
  const { accuracyMetres: _accuracy, ...exact } = place
  return [{ n: index + 1, matterId, name: kind.name, urgency, point: pointOf(exact) }]
}

async function refresh(): Promise<void> {
  if (!signedInPerson()) return
  await Promise.all([loadGridOutline(), loadOpen()])
}

async function loadOpen(): Promise<void> {
  await loadList('grid')
  for (let page = 1; page < PAGES_MAX; page++) {
    const { items, next, state } = useLists.getState().grid
    if (next === null || items.length >= MARKS_MAX || state !== 'ready') return
    await loadMore('grid')
  }
}
