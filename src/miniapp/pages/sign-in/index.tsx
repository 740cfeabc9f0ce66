import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { useDidShow } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { askServer, useServer } from '../../stores/server'
import { signInAsDemo, signInByWechat, type SignInResult } from '../../stores/signIn'
import { say } from '../../words/say'
import { DemoPeople } from './DemoPeople'

/** WeChat's own sign-in on a phone; where the server is a demo, one of its people. */
export default function SignInPage() {
  const { working, trouble, attempt } = useAttempt()
  const demo = useServer((server) => server.demo)
  const county = useServer((server) => server.county?.name)
  useDidShow(() => void askServer())
  return (
    <Screen writing bare title={say.signIn.title}>
      <View className="title">{county ? `${say.app} · ${county}` : say.app}</View>
      <View className="quiet">{say.signIn.kept}</View>
      {trouble && (
        <View id="sign-in-trouble" className="card card--needs-you">
          {trouble}
        </View>
      )}
      {platform.device.loginCode && (
        <Press
          id="sign-in-wechat"
          look="primary"
          className="press--tall"
          label={working ? say.signIn.working : say.signIn.wechat}
          disabled={working}
          onPress={() => attempt(signInByWechat)}
        />
      )}
      {platform.device.loginCode && <View className="quiet small">{say.signIn.consent}</View>}
      {demo ? (
        <DemoPeople working={working} onChoose={(user) => attempt(() => signInAsDemo(user))} />
      ) : (
        <Otherwise />
      )}
    </Screen>
  )
}

/** In WeChat the button above is the way in, and staff go on from there; a browser has no other way. */
function Otherwise() {
  const { demo, failed } = useServer()
  if (platform.device.loginCode) return <View className="quiet">{say.signIn.staff}</View>
  if (demo === false) return <Notice text={say.signIn.onlyWechat} />
  if (!failed) return <Notice text={say.loading} />
  return (
    <Notice
      text={say.signIn.unreachable}
      button={{ id: 'sign-in-retry', label: say.retry, onPress: () => void askServer() }}
    />
  )
}

function useAttempt() {
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const busy = useRef(false)
  const attempt = (signIn: () => Promise<SignInResult>) => {
    if (busy.current) return
    busy.current = true
    setWorking(true)
    setTrouble(undefined)
    void signIn().then((result) => {
      busy.current = false
      setWorking(false)
      if ('done' in result) return platform.routes.back()
      setTrouble(result.problem?.title ?? say.signIn.failed)
    })
  }
  return { working, trouble, attempt }
}
