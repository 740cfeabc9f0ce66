import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { platform } from '../../platform/platform'
import { signInAsDemo, signInByWechat, type SignInResult } from '../../stores/signIn'
import { zh } from '../../words/zh'

/** WeChat's own sign-in on a phone; where the server is a demo, one of its people. */
export default function SignInPage() {
  const { working, trouble, attempt } = useAttempt()
  return (
    <Screen writing bare title={zh.signIn.title}>
      <View className="title">{zh.app}</View>
      <View className="quiet">{zh.signIn.kept}</View>
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
          label={working ? zh.signIn.working : zh.signIn.wechat}
          disabled={working}
          onPress={() => attempt(signInByWechat)}
        />
      )}
      <View className="section">{zh.signIn.demo}</View>
      {zh.signIn.people.map(({ user, name, about }) => (
        <Press
          key={user}
          id={`sign-in-${user}`}
          look="bare"
          className="card row"
          label={name}
          disabled={working}
          onPress={() => attempt(() => signInAsDemo(user))}
        >
          <Icon name="person" />
          <View className="grow">
            <View className="strong">{name}</View>
            <View className="quiet small">{about}</View>
          </View>
        </Press>
      ))}
    </Screen>
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
      setTrouble(result.problem?.title ?? zh.signIn.failed)
    })
  }
  return { working, trouble, attempt }
}
