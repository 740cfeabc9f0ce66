import { View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { useDidShow, usePullDownRefresh, useReachBottom } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { loadList, loadMore, useLists, type ListName } from '../../stores/lists'
import { useBox } from '../../stores/openBox'
import { faceOf, signedInPerson, useSession } from '../../stores/session'
import { say } from '../../words/say'
import { BoxTabs } from './BoxTabs'
import { MatterRows } from './MatterRows'
import { WaitingReports } from './WaitingReports'

/** What the first rendering carries; the rest of a page of the list follows the thumb. */
const ROWS_AT_ONCE = 10

export default function MattersPage() {
  const now = useNow()
  const signedIn = useSession((session) => session.status === 'signed-in')
  const worker = useSession((session) => faceOf(session.person) === 'worker')
  const chosen = useBox((state) => state.box)
  const box: ListName = worker ? chosen : 'reports'
  const [rows, setRows] = useState(ROWS_AT_ONCE)
  useDidShow(() => void refresh(box))
  usePullDownRefresh(() => void refresh(box).then(platform.dialogs.stopPullDown))
  useReachBottom(() => {
    if (rows < useLists.getState()[box].items.length) setRows(rows + ROWS_AT_ONCE)
    else void loadMore(box).then(() => setRows(rows + ROWS_AT_ONCE))
  })
  if (!signedIn)
    return (
      <Screen tab="matters">
        <Notice
          text={say.matters.guest}
          button={{
            label: say.home.signInButton,
            onPress: () => platform.routes.open('/pages/sign-in/index'),
          }}
        />
      </Screen>
    )
  return (
    <Screen tab="matters">
      {worker && (
        <BoxTabs
          box={box}
          onChoose={(next) => {
            useBox.setState({ box: next })
            setRows(ROWS_AT_ONCE)
            void loadList(next)
          }}
        />
      )}
      {box === 'reports' && <WaitingReports />}
      <MatterRows box={box} rows={rows} now={now} />
      <View className="foot" />
    </Screen>
  )
}

async function refresh(box: ListName): Promise<void> {
  if (signedInPerson()) await loadList(box)
}
