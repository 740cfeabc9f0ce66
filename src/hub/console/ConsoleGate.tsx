import { AdminConsole } from '../accounts/AdminConsole'
import { isAdministrator } from '../accounts/pages'
import { FactorDialog } from '../factor/FactorDialog'
import { Alert, Button, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import {
  enterSession,
  leaveSession,
  resumeSession,
  type SignInRequest,
} from '../session/enterSession'
import { findHubPost } from '../session/findHubPost'
import { SignInPage } from '../session/SignInPage'
import { readHubConfig, type HubConfig } from '../wire/hubConfig'
import { wordsOf } from '../wire/WireProblem'
import { ConsolePage } from './ConsolePage'
import { useConsole } from './ConsoleContext'

/** Who may go in: sign-in, a session taken up again after a reload, or the console. */
export function ConsoleGate({ onOtherPerson }: { onOtherPerson: () => void }) {
  const { api, session, fetch } = useConsole()
  const { token, person, ended } = useStore(session)
  const [config, setConfig] = useState<HubConfig>()
  useEffect(() => {
    void readHubConfig(fetch).then(setConfig)
  }, [fetch])

  async function signIn(request: SignInRequest) {
    const before = session.getState().person?.personId
    await enterSession(api, session, request)
    if (before !== undefined && before !== session.getState().person?.personId) onOtherPerson()
  }
  async function leave() {
    const endUrl = await leaveSession(api, session).catch(() => undefined)
    if (endUrl !== undefined) return window.location.assign(endUrl)
    onOtherPerson()
  }

  if (!config) return <Waiting />
  const post = person && findHubPost(person)
  const administers = person && isAdministrator(person)
  if (person && !post && !administers) return <NoHubPost onLeave={leave} />
  return (
    <>
      {person && post && (
        <div {...(ended ? { inert: '' } : {})}>
          <ConsolePage person={person} post={post} config={config} onLeave={leave} />
        </div>
      )}
      {person && !post && (
        <div {...(ended ? { inert: '' } : {})}>
          <AdminConsole person={person} onLeave={leave} />
        </div>
      )}
      {person && !ended && <FactorDialog />}
      {token !== undefined && !person && !ended && <Resuming />}
      {(token === undefined || ended) && (
        <SignInPage
          demo={config.demo}
          signOn={config.signOn}
          returning={person !== undefined}
          onSignIn={signIn}
        />
      )}
    </>
  )
}

/** After a reload the token is asked who it is; without a server that waits for one. */
function Resuming() {
  const { api, session } = useConsole()
  const [trouble, setTrouble] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    setTrouble(undefined)
    resumeSession(api, session).catch(setTrouble)
  }, [api, session, attempt])
  if (trouble === undefined) return <Waiting />
  return (
    <main className="gate-note">
      <Alert type="warning" showIcon title={wordsOf(trouble)} role="alert" />
      <Button type="primary" onClick={() => setAttempt(attempt + 1)}>
        再试一次
      </Button>
    </main>
  )
}

function Waiting() {
  return (
    <main className="gate-note" aria-busy="true">
      <Spin aria-label="正在打开" />
    </main>
  )
}

function NoHubPost({ onLeave }: { onLeave: () => Promise<void> }) {
  return (
    <main className="gate-note">
      <Alert
        type="warning"
        showIcon
        title="这个账号不是镇综治中心的"
        description="请用值班员的账号登录；要开通请找县级管理员。"
      />
      <Button type="primary" onClick={() => void onLeave()}>
        换一个账号
      </Button>
    </main>
  )
}
