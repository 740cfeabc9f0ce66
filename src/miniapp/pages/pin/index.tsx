import { View } from '@tarojs/components'
import { useState } from 'react'
import { areaLevels } from '@domain/area/areaCode'
import type { Place } from '@domain/place/place'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { Waiting } from '../../components/Waiting'
import type { NamedGrid, ReportDraft } from '../../draft/reportDraft'
import { areaUnder } from '../../map/areaUnder'
import { layOut } from '../../map/layOut'
import { pointOf, type Point } from '../../map/metresBetween'
import { moved, type Direction } from '../../map/moved'
import { useLoad, useRouter } from '../../platform/lifecycle'
import { log } from '../../platform/log'
import { platform } from '../../platform/platform'
import { changeDraft, openDraft } from '../../stores/drafts'
import { loadGridOutline, useGridOutline } from '../../stores/gridOutline'
import { useNetwork } from '../../stores/network'
import { nameGrid } from '../../stores/place'
import { say } from '../../words/say'
import { PinMap } from './PinMap'

/** As far as one tap on an arrow carries the pin. */
const STEP_METRES = 20
const directions: readonly Direction[] = ['north', 'south', 'west', 'east']

/** 在图上点位置: where the phone may not or cannot find itself, a finger says where it is. */
export default function PinPage() {
  const { draft: key = '' } = useRouter().params
  const { grids: known, state } = useGridOutline()
  const grids = known.filter(({ rings }) => rings.length > 0)
  const [pin, setPin] = useState<Point | undefined>(() => pinBefore(key))
  const online = useNetwork((network) => network.online)
  useLoad(() => void loadGridOutline(villageOf(key)))
  const drawing = layOut(
    grids.map(({ rings }) => rings),
    [],
  )
  const grid = pin && areaUnder(grids, pin)
  const step = (to: Direction) =>
    setPin(moved(pin ?? drawing.under({ left: 50, top: 50 }), to, STEP_METRES))
  return (
    <Screen writing className="screen--with-bar" title={say.pin.title}>
      {grids.length === 0 ? (
        <NoMap draftKey={key} waiting={state === 'new'} />
      ) : (
        <>
          <View id="pin-words" className="strong">
            {pin ? (grid?.name ?? say.pin.beside) : say.pin.how}
          </View>
          <View className="quiet small between">{say.pin.roughly}</View>
          <PinMap grids={grids} drawing={drawing} pin={pin} onPin={setPin} />
          <Arrows onStep={step} />
        </>
      )}
      {platform.device.choosePlace && online && (
        <Press id="pin-streets" label={say.pin.streets} onPress={() => void onStreets(key)} />
      )}
      <View className="bar">
        <Press
          id="pin-take"
          look="primary"
          className="press--tall"
          label={say.pin.take}
          disabled={pin === undefined}
          onPress={() => pin && void take(key, placeOf(pin), grid)}
        />
      </View>
    </Screen>
  )
}

/** For whoever sees no map, or has large thumbs. */
function Arrows({ onStep }: { onStep: (to: Direction) => void }) {
  return (
    <View className="row">
      {directions.map((to) => (
        <Press
          key={to}
          id={`pin-${to}`}
          className="grow pin-arrow"
          label={say.pin.step(say.pin[to], STEP_METRES)}
          wordless
          onPress={() => onStep(to)}
        >
          {say.pin[to]}
        </Press>
      ))}
    </View>
  )
}

function NoMap({ draftKey, waiting }: { draftKey: string; waiting: boolean }) {
  if (waiting) return <Waiting />
  const choose = () => platform.routes.replace(`/pages/place/index?draft=${draftKey}`)
  return <Notice text={say.pin.noMap} button={{ label: say.report.choosePlace, onPress: choose }} />
}

/** The grids shown are those around the one that is known; without one, the person's own. */
function villageOf(key: string): string | undefined {
  const draft = openDraft<ReportDraft>(key)
  return (draft?.chosenGrid ?? draft?.foundGrid)?.code.slice(0, areaLevels.village)
}

function pinBefore(key: string): Point | undefined {
  const place = openDraft<ReportDraft>(key)?.place
  return place?.byHand ? pointOf(place) : undefined
}

function placeOf([longitude, latitude]: Point): Place {
  return { longitude, latitude, datum: 'gcj02', byHand: true }
}

async function onStreets(key: string): Promise<void> {
  try {
    const place = await platform.device.choosePlace?.()
    if (place) await take(key, place, areaUnder(useGridOutline.getState().grids, pointOf(place)))
  } catch (cause) {
    log('No map of streets', cause)
    platform.dialogs.toast(say.pin.noStreets)
  }
}

/** Where the phone does not know the grid the server is asked; without a line it finds out when the report comes. */
async function take(key: string, place: Place, known: NamedGrid | undefined): Promise<void> {
  const grid = known ?? (await nameGrid(place))
  if (grid === 'outside') return platform.dialogs.toast(say.report.outside)
  changeDraft<ReportDraft>(key, (draft) => {
    if (!grid) return { ...draft, place }
    // The pin is what the person said last; a grid chosen before would outweigh it.
    const { chosenGrid: _chosen, ...rest } = draft
    return { ...rest, place, foundGrid: { code: grid.code, name: grid.name } }
  })
  platform.routes.back()
}
