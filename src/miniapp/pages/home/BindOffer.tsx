import { View } from '@tarojs/components'
import { useState } from 'react'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { declineBinding, isBindingOffered } from '../../stores/bindAccount'
import { say } from '../../words/say'

/** WeChat makes a resident of everybody; whoever works for the county finds the way on here, and others say no once. */
export function BindOffer() {
  const [declined, setDeclined] = useState(false)
  if (declined || !isBindingOffered()) return null
  const decline = () => {
    declineBinding()
    setDeclined(true)
  }
  return (
    <View className="card">
      <View>{say.bind.offer}</View>
      <View className="row row--wrap">
        <Press
          id="home-bind"
          className="grow"
          label={say.bind.title}
          onPress={() => platform.routes.open('/pages/bind/index')}
        />
        <Press id="home-bind-decline" className="grow" label={say.bind.decline} onPress={decline} />
      </View>
    </View>
  )
}
