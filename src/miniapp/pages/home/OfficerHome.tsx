import { View } from '@tarojs/components'
import { QueueStrip } from '../../components/QueueStrip'
import { platform } from '../../platform/platform'
import { say } from '../../words/say'
import { BigButton } from './BigButton'
import { HomeHead } from './HomeHead'
import type { HomeParts } from './homeParts'
import { HomeTile } from './HomeTile'
import { NewsLine } from './NewsLine'
import { RecentReports } from './RecentReports'
import { startWithCamera, startWriting } from './startReport'
import { Unfinished } from './Unfinished'

/** The two kinds people come for without knowing that they are kinds. */
export const KIND_LOST_PERSON = '0701'
export const KIND_FRAUD_CHECK = '0901'

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
      <View className="grid grid--two">
        <HomeTile
          id="home-help"
          icon="person"
          label={say.home.help}
          onPress={() => void startWithCamera({ kind: KIND_LOST_PERSON })}
        />
        <HomeTile
          id="home-fraud"
          icon="fraud"
          label={say.home.fraud}
          onPress={() => startWriting({ kind: KIND_FRAUD_CHECK })}
        />
        <HomeTile
          id="home-emergency"
          icon="emergency"
          alarm
          label={say.home.emergency}
          onPress={() => platform.routes.open('/pages/emergency/index')}
        />
        <HomeTile
          id="home-write"
          icon="write"
          label={say.home.write}
          onPress={() => startWriting()}
        />
        <HomeTile
          id="home-contacts"
          icon="phone"
          label={say.home.contacts}
          onPress={() => platform.routes.open('/pages/contacts/index')}
        />
        <HomeTile
          id="home-more"
          icon="more"
          label={say.home.more}
          onPress={() => platform.routes.open('/pages/begin/index')}
        />
      </View>
      <NewsLine />
      <Unfinished {...parts} />
      <RecentReports now={parts.now} none={say.home.noReports} />
    </>
  )
}
