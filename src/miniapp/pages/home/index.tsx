import { useState } from 'react'
import { RoomNotice } from '../../components/RoomNotice'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { useDidShow, usePullDownRefresh } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { lookForChanges } from '../../stores/changes'
import { unfinishedReports } from '../../stores/drafts'
import { keepContacts } from '../../stores/contacts'
import { loadList } from '../../stores/lists'
import { loadNews } from '../../stores/news'
import { loadBalance } from '../../stores/points'
import { sendQueue } from '../../stores/sendQueue'
import { faceOf, signedInPerson, useSession } from '../../stores/session'
import { FirstRun } from './FirstRun'
import { OfficerHome } from './OfficerHome'
import { ResidentHome } from './ResidentHome'
import { WorkerHome } from './WorkerHome'

export default function HomePage() {
  const now = useNow()
  const person = useSession((session) => session.person)
  const signedIn = useSession((session) => session.status === 'signed-in')
  const [unfinished, setUnfinished] = useState(unfinishedReports)
  const face = signedIn ? faceOf(person) : 'resident'
  const readDrafts = () => setUnfinished(unfinishedReports())
  useDidShow(() => {
    readDrafts()
    void refresh()
  })
  usePullDownRefresh(() => void pulled())
  const parts = { now, unfinished, onDraftsChanged: readDrafts }
  return (
    <Screen tab="home" className="screen--home">
      <FirstRun face={face} />
      <RoomNotice />
      {face === 'worker' && <WorkerHome {...parts} />}
      {face === 'officer' && <OfficerHome {...parts} />}
      {face === 'resident' && <ResidentHome {...parts} />}
    </Screen>
  )
}

async function pulled(): Promise<void> {
  await Promise.all([refresh(), lookForChanges(), sendQueue.drain({ hurry: true })])
  platform.dialogs.stopPullDown()
}

async function refresh(): Promise<void> {
  if (!signedInPerson()) return
  const worker = faceOf(useSession.getState().person) === 'worker'
  const lists = worker ? [loadList('mine'), loadList('pool')] : [loadBalance()]
  await Promise.all([...lists, loadList('reports'), loadNews(), keepContacts()])
}
