import { View } from '@tarojs/components'
import { QueueStrip } from '../../components/QueueStrip'
import { platform } from '../../platform/platform'
import { say } from '../../words/say'
import { BigButton } from './BigButton'
import { HomeHead } from './HomeHead'
import type { HomeParts } from './homeParts'
import { HomeTile } from './HomeTile'
import { NeedsYou } from './NeedsYou'
import { NewsLine } from './NewsLine'
import { RecentReports } from './RecentReports'
import { startWithCamera, startWriting } from './startReport'
import { Unfinished } from './Unfinished'
import { ContactsTile, EmergencyTile, FraudTile, KIND_LOST_PERSON, MoreTile } from './usualTiles'

export function OfficerHome(parts: HomeParts) {
  return (
    <>
      <HomeHead points />
      <BigButton
        id="home-report"
        icon="camera"
        label={say.home.report}
        hint={say.home.reportHint}
        onPress={() => void startWithCamera()}
      />
      <QueueStrip />
      <NeedsYou now={parts.now} />
      <View className="grid grid--two">
        <HomeTile
          id="home-help"
          icon="person"
          label={say.home.help}
          // Whom to call stands on the page; a camera that opens at once would hide it.
          onPress={() => startWriting({ kind: KIND_LOST_PERSON })}
        />
        <FraudTile />
        <EmergencyTile />
        <HomeTile
          id="home-write"
          icon={platform.voice ? 'voice' : 'write'}
          label={platform.voice ? say.home.speak : say.home.write}
          onPress={() => startWriting()}
        />
        <ContactsTile label={say.home.contacts} />
        <MoreTile />
      </View>
      <NewsLine />
      <Unfinished {...parts} />
      <RecentReports now={parts.now} none={say.home.noReports} />
    </>
  )
}
