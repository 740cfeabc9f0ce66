import { View } from '@tarojs/components'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { platform } from '../../platform/platform'
import { mainPost, useSession } from '../../stores/session'
import { say } from '../../words/say'
import { CodeForm } from './CodeForm'

/** 绑定工作身份: whoever works for the county turns the resident that WeChat made of them into who they are. */
export default function BindPage() {
  const signedIn = useSession((session) => session.status === 'signed-in')
  // A lost answer is followed by a sign-in of its own; until then the page stands still.
  const known = useSession((session) => session.status !== 'guest')
  return (
    <Screen writing title={say.bind.title}>
      {known ? (
        <>
          <WhoNow />
          <CodeForm ready={signedIn} />
          <WhatHappens />
        </>
      ) : (
        <Notice text={say.bind.guest} button={{ label: say.signIn.title, onPress: goSignIn }} />
      )}
    </Screen>
  )
}

function goSignIn(): void {
  platform.routes.open('/pages/sign-in/index')
}

function WhoNow() {
  const person = useSession((session) => session.person)
  const post = mainPost(person)
  return (
    <View className="card">
      <View className="quiet">{say.bind.now}</View>
      <View id="bind-now" className="strong">
        {person ? say.bind.who(post?.area.name ?? '', post?.roleTitle ?? '', person.name) : ''}
      </View>
    </View>
  )
}

function WhatHappens() {
  return (
    <View className="card">
      <View className="section">{say.bind.afterTitle}</View>
      {say.bind.after.map((sentence) => (
        <View key={sentence} className="quiet">
          {sentence}
        </View>
      ))}
    </View>
  )
}
