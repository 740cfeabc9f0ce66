import { View } from '@tarojs/components'
import { QueueStrip } from '../../components/QueueStrip'
import { platform } from '../../platform/platform'
import { zh } from '../../words/zh'
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
        label={zh.home.report}
        hint={zh.home.reportHint}
        onPress={() => void startWithCamera()}
      />
      <QueueStrip />
      <View className="grid grid--two">
        <HomeTile
          id="home-help"
          icon="person"
          label={zh.home.help}
          onPress={() => void startWithCamera({ kind: KIND_LOST_PERSON })}
        />
        <HomeTile
          id="home-fraud"
          icon="fraud"
          label={zh.home.fraud}
          onPress={() => startWriting({ kind: KIND_FRAUD_CHECK })}
        />
        <HomeTile
          id="home-emergency"
          icon="emergency"
          alarm
          label={zh.home.emergency}
          onPress={() => platform.routes.open('/pages/emergency/index')}
        />
        <HomeTile
          id="home-write"
          icon="write"
          label={zh.home.write}
          onPress={() => startWriting()}
        />
        <HomeTile
          id="home-more"
          icon="more"
          label={zh.home.more}
          onPress={() => platform.routes.open('/pages/begin/index')}
        />
      </View>
      <NewsLine />
      <Unfinished {...parts} />
      <RecentReports now={parts.now} none={zh.home.noReports} />
    </>
  )
}
