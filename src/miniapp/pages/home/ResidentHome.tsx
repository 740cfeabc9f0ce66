import { View } from '@tarojs/components'
import { Press } from '../../components/Press'
import { QueueStrip } from '../../components/QueueStrip'
import { platform } from '../../platform/platform'
import { openNews } from '../../stores/openNews'
import { useSession } from '../../stores/session'
import { say } from '../../words/say'
import { BigButton } from './BigButton'
import { BindOffer } from './BindOffer'
import { HomeHead } from './HomeHead'
import type { HomeParts } from './homeParts'
import { HomeTile } from './HomeTile'
import { NeedsYou } from './NeedsYou'
import { NewsLine } from './NewsLine'
import { RecentReports } from './RecentReports'
import { startWriting } from './startReport'
import { Unfinished } from './Unfinished'
import { ContactsTile, EmergencyTile, FraudTile, KIND_QUESTION, MoreTile } from './usualTiles'

export function ResidentHome(parts: HomeParts) {
  const signedIn = useSession((session) => session.status === 'signed-in')
  return (
    <>
      <HomeHead points />
      <BigButton
        id="home-report"
        icon="write"
        label={say.home.tell}
        hint={say.home.tellHint}
        onPress={() => startWriting()}
      />
      <View className="grid grid--two">
        <HomeTile
          id="home-ask"
          icon="help"
          label={say.home.ask}
          onPress={() => startWriting({ kind: KIND_QUESTION })}
        />
        <FraudTile />
        <ContactsTile label={say.home.contacts} />
        <HomeTile
          id="home-guides"
          icon="board"
          label={say.home.guides}
          onPress={() => platform.routes.open('/pages/guides/index')}
        />
        <EmergencyTile />
        <HomeTile
          id="home-around"
          icon="dispute"
          label={say.home.around}
          onPress={() => openNews('around')}
        />
        <HomeTile
          id="home-cards"
          icon="paper"
          label={say.home.published}
          onPress={() => openNews('cards')}
        />
        <MoreTile />
      </View>
      {signedIn ? <Mine {...parts} /> : <SignInCard />}
    </>
  )
}

function Mine(parts: HomeParts) {
  return (
    <>
      <BindOffer />
      <QueueStrip />
      <NeedsYou now={parts.now} />
      <NewsLine />
      <Unfinished {...parts} />
      <RecentReports now={parts.now} none={say.home.noMatters} />
    </>
  )
}

function SignInCard() {
  return (
    <View className="card">
      <View>{say.home.signIn}</View>
      <Press
        id="home-sign-in"
        look="primary"
        label={say.home.signInButton}
        onPress={() => platform.routes.open('/pages/sign-in/index')}
      />
      <Press
        id="home-follow"
        label={say.home.follow}
        onPress={() => platform.routes.open('/pages/follow/index')}
      />
    </View>
  )
}
