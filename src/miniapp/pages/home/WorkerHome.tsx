import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { QueueStrip } from '../../components/QueueStrip'
import { platform } from '../../platform/platform'
import { sayCount, sortByDue } from '../../stores/taskNumbers'
import { useLists, type MatterList } from '../../stores/lists'
import { openBox } from '../../stores/openBox'
import { isDueToday, isOverdue } from '../../words/sayTime'
import { say } from '../../words/say'
import { HomeHead } from './HomeHead'
import type { HomeParts } from './homeParts'
import { HomeTile } from './HomeTile'
import { NeedsYou } from './NeedsYou'
import { NewsLine } from './NewsLine'
import { NextTask } from './NextTask'
import { startWithCamera, startWriting } from './startReport'
import { Unfinished } from './Unfinished'
import { ContactsTile, EmergencyTile, KIND_QUESTION, MoreTile } from './usualTiles'

/** 日常走访; the page lets the person choose another kind of visit. */
const KIND_VISIT = '2401'

export function WorkerHome(parts: HomeParts) {
  const mine = useLists((lists) => lists.mine)
  const pool = useLists((lists) => lists.pool)
  return (
    <>
      <HomeHead />
      <Today mine={mine} pool={pool} now={parts.now} />
      <QueueStrip />
      <NeedsYou now={parts.now} />
      <View className="section">{say.home.nextTask}</View>
      <NextTask list={mine} first={sortByDue(mine.items)[0]} now={parts.now} />
      <View className="grid grid--two">
        <HomeTile
          id="home-report"
          icon="camera"
          label={say.home.report}
          onPress={() => void startWithCamera()}
        />
        <HomeTile
          id="home-on-spot"
          icon="done"
          label={say.home.onSpot}
          onPress={() => void startWithCamera({ closes: true })}
        />
        <EmergencyTile />
        <GridTiles />
        <HomeTile
          id="home-pool"
          icon="pool"
          label={say.home.pool(sayCount(pool))}
          onPress={() => openBox('pool')}
        />
        <ContactsTile label={say.home.directory} />
        <MoreTile />
      </View>
      <NewsLine />
      <Unfinished {...parts} />
    </>
  )
}

/** The worker's own grid: its households, its map, the hub behind it, and how the work went. */
function GridTiles() {
  return (
    <>
      <HomeTile
        id="home-visit"
        icon="person"
        label={say.home.visit}
        onPress={() => startWriting({ kind: KIND_VISIT })}
      />
      <HomeTile
        id="home-map"
        icon="place"
        label={say.home.map}
        onPress={() => platform.routes.open('/pages/grid/index')}
      />
      <HomeTile
        id="home-ask"
        icon="help"
        label={say.home.askHub}
        onPress={() => startWriting({ kind: KIND_QUESTION })}
      />
      <HomeTile
        id="home-figures"
        icon="ok"
        label={say.home.figures}
        onPress={() => platform.routes.open('/pages/figures/index')}
      />
    </>
  )
}

function Today({ mine, pool, now }: { mine: MatterList; pool: MatterList; now: number }) {
  const overdue = mine.items.filter(({ dueAt }) => isOverdue(dueAt, now)).length
  const today = mine.items.filter(({ dueAt }) => isDueToday(dueAt, now)).length
  return (
    <View className="card">
      <View className="section">{say.home.today}</View>
      <View className="grid grid--three">
        <Figure
          id="home-overdue"
          count={String(overdue)}
          name={say.home.overdue}
          late={overdue > 0}
          onPress={() => openBox('mine')}
        />
        <Figure
          id="home-due-today"
          count={String(today)}
          name={say.home.dueToday}
          onPress={() => openBox('mine')}
        />
        <Figure
          id="home-new"
          count={sayCount(pool)}
          name={say.home.fresh}
          onPress={() => openBox('pool')}
        />
      </View>
    </View>
  )
}

type FigureProps = { id: string; count: string; name: string; late?: boolean; onPress: () => void }

function Figure({ id, count, name, late = false, onPress }: FigureProps) {
  return (
    <Press id={id} look="bare" className="figure" label={`${name} ${count}`} onPress={onPress}>
      <View className={`number ${late ? 'late' : ''}`}>{count}</View>
      <View className="figure__name">
        {late && <Icon name="waiting" size="small" />}
        {name}
      </View>
    </Press>
  )
}
