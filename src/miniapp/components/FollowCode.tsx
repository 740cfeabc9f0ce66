import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { platform } from '../platform/platform'
import { drawQr } from '../qr/drawQr'
import { webBase } from '../stores/apiBase'
import { followAddress } from '../words/followCode'
import { say } from '../words/say'
import { Picture } from './Picture'
import { Press } from './Press'

/** 一案一码: to hand on, on paper or held up to another phone's camera. */
export function FollowCode({ code }: { code: string }) {
  const [shown, setShown] = useState(false)
  // In two lines, as it is read aloud: the number people know, and what nobody can guess.
  const [number, ...rest] = code.split('-')
  const check = `-${rest.join('-')}`
  return (
    <View className="card stack--close">
      <View className="strong">{say.follow.own}</View>
      <View id="follow-own">
        <View>{number}</View>
        <View className="strong">{check}</View>
      </View>
      <View className="quiet small">{say.follow.ownHint}</View>
      {shown && <Square code={code} />}
      <Press
        id="follow-show"
        label={shown ? say.follow.hide : say.follow.show}
        onPress={() => setShown(!shown)}
      />
      <Press
        id="follow-copy"
        look="quiet"
        label={say.follow.copy}
        onPress={() => void copy(code)}
      />
    </View>
  )
}

function Square({ code }: { code: string }) {
  const picture = useMemo(() => drawQr(followAddress(webBase(), code)), [code])
  const words = say.follow.picture(code)
  return <Picture id="follow-qr" className="qr" whole address={picture} label={words} />
}

async function copy(code: string): Promise<void> {
  await platform.device.copyText(code)
  platform.dialogs.toast(say.follow.copied)
}
