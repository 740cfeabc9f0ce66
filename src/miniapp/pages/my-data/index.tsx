import { View } from '@tarojs/components'
import type { MyData } from '@contract/api/myData'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { Waiting } from '../../components/Waiting'
import { useDidShow } from '../../platform/lifecycle'
import { loadMyData, useMyData } from '../../stores/myData'
import { useSession } from '../../stores/session'
import { say } from '../../words/say'
import { Fact } from '../matter/Fact'
import { AskCorrection } from './AskCorrection'
import { Consents } from './Consents'
import { Correct } from './Correct'
import { OnPhones } from './OnPhones'
import { Readers } from './Readers'
import { TakeAway } from './TakeAway'

/** 我的信息: see, correct, export, withdraw, close. */
export default function MyDataPage() {
  const signedIn = useSession((session) => session.status === 'signed-in')
  const { data, state } = useMyData()
  useDidShow(() => {
    if (signedIn) void loadMyData()
  })
  return (
    <Screen title={say.myData.title}>
      {!signedIn && <Notice text={say.myData.guest} />}
      {signedIn && state === 'unreachable' && (
        <Notice
          text={data ? say.unreachable : say.nothingKept}
          button={{ label: say.retry, onPress: () => void loadMyData() }}
        />
      )}
      {signedIn && !data && state === 'loading' && <Waiting />}
      {signedIn && data && <Known data={data} />}
    </Screen>
  )
}

function Known({ data }: { data: MyData }) {
  const now = useNow()
  return (
    <>
      <View className="card">
        <Fact name={say.myData.name} value={data.person.name} />
        <Fact name={say.myData.phone} value={data.phone || say.myData.noPhone} />
        <Fact name={say.myData.matters} value={say.myData.mattersOf(data.matters)} />
        <Fact name={say.myData.sessions} value={say.myData.sessionsOf(data.openSessions)} />
        {data.selfManaged ? <Correct data={data} /> : <AskCorrection />}
      </View>
      <Consents data={data} now={now} />
      <Readers readers={data.readers} now={now} />
      <OnPhones holdings={data.holdings} now={now} />
      <TakeAway mayClose={data.selfManaged} />
    </>
  )
}
