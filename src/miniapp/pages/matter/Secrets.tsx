import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MatterView } from '@contract/views'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { useDidHide } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { api } from '../../stores/api'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

type Secret = NonNullable<MatterView['secrets']>[number]
type Props = { matterId: string; secrets: readonly Secret[]; now: number }

/** 保密信息: each opening is logged, said before it is; what was shown is nowhere kept and goes with the page. */
export function Secrets({ matterId, secrets, now }: Props) {
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({})
  useDidHide(() => setShown({}))
  if (secrets.length === 0) return null
  const open = async (secret: Secret) => {
    const words = await openAfterAsking(matterId, secret)
    if (words !== undefined) setShown((before) => ({ ...before, [secret.name]: words }))
  }
  return (
    <View>
      <View className="section">{say.matter.secrets}</View>
      {secrets.map((secret) => {
        const { name, title, until } = secret
        const words = shown[name]
        return (
          <View key={name} className="card stack--close">
            {words !== undefined && (
              <View>
                <View className="quiet small">{title}</View>
                <View id={`secret-${name}`} className="lines strong">
                  {words}
                </View>
              </View>
            )}
            {words === undefined && (
              <Press
                id={`secret-open-${name}`}
                label={say.matter.openSecret(title)}
                onPress={() => void open(secret)}
              >
                <Icon name="lock" size="small" />
                {say.matter.openSecret(title)}
              </Press>
            )}
            <View className="quiet small">
              {[say.matter.secretAsk, until && say.matter.secretUntil(sayTime(until, now))]
                .filter(Boolean)
                .join(' ')}
            </View>
          </View>
        )
      })}
    </View>
  )
}

async function openAfterAsking(matterId: string, secret: Secret): Promise<string | undefined> {
  const { openSecret, openNow: yes, secretAsk: text, secretUnknown } = say.matter
  const title = openSecret(secret.title)
  if (!(await platform.dialogs.confirm({ title, text, yes }))) return undefined
  const answer = await api.call('openSecret', { matterId, field: secret.name })
  if (answer.kind === 'done') return answer.value.words
  platform.dialogs.toast(answer.kind === 'refused' ? answer.problem.title : secretUnknown)
  return undefined
}
