import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MyData } from '@contract/api/myData'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { changeConsent } from '../../stores/myData'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

/** 同意记录: what was agreed to and taken back, with its time; and the one button that turns it round. */
export function Consents({ data, now }: { data: MyData; now: number }) {
  const { consents, consentVersion, selfManaged } = data
  const [newest] = consents
  const stands = newest?.given === true && newest.version === consentVersion
  return (
    <>
      <View className="section">{say.myData.consent}</View>
      <View className="card">
        {consents.map(({ version, given, at }) => (
          <View key={at}>
            {given
              ? say.myData.agreed(version, sayTime(at, now))
              : say.myData.withdrew(version, sayTime(at, now))}
          </View>
        ))}
        {consents.length === 0 && <View className="quiet">{say.myData.noConsent}</View>}
        {(selfManaged || !stands) && <Turn stands={stands} />}
      </View>
    </>
  )
}

function Turn({ stands }: { stands: boolean }) {
  const [trouble, setTrouble] = useState<string>()
  const title = stands ? say.myData.withdraw : say.myData.give
  const text = stands ? say.myData.withdrawAsk : say.myData.giveAsk
  const yes = stands ? say.myData.withdrawYes : say.myData.giveYes
  const turn = async () => {
    if (!(await platform.dialogs.confirm({ title, text, yes }))) return
    setTrouble(await changeConsent(!stands))
  }
  return (
    <>
      <Press
        id={stands ? 'my-withdraw' : 'my-give'}
        look={stands ? 'plain' : 'primary'}
        label={title}
        onPress={() => void turn()}
      />
      {trouble && <View className="late">{trouble}</View>}
    </>
  )
}
