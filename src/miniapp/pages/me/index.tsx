import { View } from '@tarojs/components'
import { useShallow } from 'zustand/react/shallow'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { sayQueue } from '../../components/QueueStrip'
import { Screen } from '../../components/Screen'
import { useDidShow } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { canBind } from '../../stores/bindAccount'
import { cards, loadNews, notices } from '../../stores/news'
import { newsBoxes } from '../../stores/openNews'
import { loadBalance, usePoints } from '../../stores/points'
import { countQueue, useQueue } from '../../stores/sendQueue'
import { signedInPerson, useSession } from '../../stores/session'
import { signOut } from '../../stores/signIn'
import { say } from '../../words/say'
import { LanguageCard } from './LanguageCard'
import { LargeCard } from './LargeCard'

export default function MePage() {
  const signedIn = useSession((session) => session.status === 'signed-in')
  const bindable = useSession(canBind)
  const queue = useQueue(useShallow(countQueue))
  useDidShow(() => {
    if (!signedInPerson()) return
    void loadBalance()
    void loadNews()
  })
  return (
    <Screen tab="me">
      <Who />
      {signedIn && <PointsLine />}
      {signedIn && <NewsLines />}
      <Line
        id="me-queue"
        icon="waiting"
        name={say.me.queue}
        value={sayQueue(queue).text}
        to="/pages/queue/index"
      />
      <OwnLines signedIn={signedIn} />
      {bindable && (
        <Line
          id="me-bind"
          icon="person"
          name={say.bind.title}
          value={say.bind.forWhom}
          to="/pages/bind/index"
        />
      )}
      <LargeCard />
      <LanguageCard />
      <Line id="me-guide" icon="help" name={say.me.guide} value="" to="/pages/guide/index" />
      {platform.name === 'weapp' && (
        <Press
          id="me-privacy"
          look="bare"
          className="card row"
          label={say.me.privacy}
          onPress={platform.consent.openContract}
        >
          <Icon name="ok" />
          <View className="grow">{say.me.privacy}</View>
        </Press>
      )}
      {signedIn ? (
        <Press id="me-sign-out" label={say.me.signOut} onPress={() => void leave()} />
      ) : (
        <Press
          id="me-sign-in"
          look="primary"
          label={say.me.signIn}
          onPress={() => platform.routes.open('/pages/sign-in/index')}
        />
      )}
    </Screen>
  )
}

function Who() {
  const person = useSession((session) => session.person)
  return (
    <View className="card">
      <View id="me-name" className="title">
        {person?.name ?? say.guest}
      </View>
      {person?.posts.map(({ role, roleTitle, area }) => (
        <View key={`${role}-${area.code}`} className="quiet">
          {`${area.name} ${roleTitle}`}
        </View>
      ))}
    </View>
  )
}

/** What the county has of me, and how a matter is followed by its code. */
function OwnLines({ signedIn }: { signedIn: boolean }) {
  const { data, dataValue } = say.me
  const { title } = say.follow
  return (
    <>
      {signedIn && (
        <Line id="me-data" icon="person" name={data} value={dataValue} to="/pages/my-data/index" />
      )}
      <Line id="me-follow" icon="paper" name={title} value="" to="/pages/follow/index" />
    </>
  )
}

function PointsLine() {
  const balance = usePoints((state) => state.balance)
  if (!balance?.earns) return null
  return (
    <Line
      id="me-points"
      icon="points"
      name={say.me.points}
      value={String(balance.balance)}
      to="/pages/points/index"
    />
  )
}

/** What came for me, what is published here, and what goes on around me. */
function NewsLines() {
  const unseen = notices.use(({ unseen: count }) => count)
  const published = cards.use(({ unseen: count }) => count)
  const counts = { notices: unseen, cards: published, around: 0 }
  return (
    <>
      {newsBoxes.map((box) => (
        <Line
          key={box}
          id={`me-${box}`}
          icon={NEWS_ICONS[box]}
          name={say.news.boxes[box]}
          value={counts[box] > 0 ? say.news.unseen(counts[box]) : ''}
          to={`/pages/news/index?box=${box}`}
        />
      ))}
      <Line
        id="me-visits"
        icon="person"
        name={say.visits.title}
        value=""
        to="/pages/visits/index"
      />
    </>
  )
}

const NEWS_ICONS = { notices: 'bell', cards: 'board', around: 'pool' } as const

type LineProps = { id: string; icon: string; name: string; value: string; to: string }

function Line({ id, icon, name, value, to }: LineProps) {
  return (
    <Press
      id={id}
      look="bare"
      className="card row"
      label={`${name} ${value}`}
      onPress={() => platform.routes.open(to)}
    >
      <Icon name={icon} />
      <View className="grow">{name}</View>
      <View className="quiet value">{value}</View>
    </Press>
  )
}

async function leave(): Promise<void> {
  const { signOut: title, signOutAsk: text } = say.me
  if (await platform.dialogs.confirm({ title, text, yes: title })) await signOut()
}
