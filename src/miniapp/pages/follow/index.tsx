import { View } from '@tarojs/components'
import { useState } from 'react'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { spoken } from '../../components/spoken'
import { TextField } from '../../components/TextField'
import { useNow } from '../../components/useNow'
import { useLoad, useRouter } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { followByCode, type Followed } from '../../stores/follow'
import { findFollowCode } from '../../words/followCode'
import { say } from '../../words/say'
import { FollowedCard } from './FollowedCard'

/** Room for an address, if somebody pastes one. */
const TYPED_MAX = 200

/** 凭码查询: without signing in, from a slip of paper or another phone's screen. */
export default function FollowPage() {
  const carried = useRouter().params.code ?? ''
  const now = useNow()
  const [typed, setTyped] = useState(() => findFollowCode(carried))
  const { working, result, look, tell } = useLook()
  useLoad(() => {
    if (carried !== '') look(carried)
  })
  const take = (text: string) => {
    setTyped(text)
    tell(undefined)
  }
  return (
    <Screen bare title={say.follow.title}>
      <View className="card">
        <TextField
          id="follow-code"
          title={say.follow.code}
          value={typed}
          max={TYPED_MAX}
          hint={say.follow.hint}
          onChange={take}
        />
        <Press
          id="follow-look"
          look="primary"
          label={working ? say.follow.looking : say.follow.look}
          disabled={working}
          onPress={() => look(typed)}
        />
        {platform.device.scanText && (
          <Press
            id="follow-scan"
            label={say.follow.scan}
            onPress={() => void scan(look, setTyped, tell)}
          />
        )}
      </View>
      {result && 'trouble' in result && (
        <View
          id="follow-trouble"
          className="card card--needs-you"
          {...spoken(result.trouble, 'alert')}
        >
          {result.trouble}
        </View>
      )}
      {result && 'found' in result && <FollowedCard matter={result.found} now={now} />}
      <View className="quiet small">{say.follow.nothingPrivate}</View>
    </Screen>
  )
}

function useLook() {
  const [working, setWorking] = useState(false)
  const [result, setResult] = useState<Followed>()
  const look = (typed: string) => {
    setWorking(true)
    setResult(undefined)
    void followByCode(typed).then((answer) => {
      setWorking(false)
      setResult(answer)
    })
  }
  return { working, result, look, tell: setResult }
}

async function scan(
  look: (text: string) => void,
  show: (text: string) => void,
  tell: (result: Followed) => void,
): Promise<void> {
  const scanned = await platform.device.scanText?.().catch(() => null)
  if (scanned === null) return tell({ trouble: say.follow.scanFailed })
  if (scanned === undefined) return
  show(findFollowCode(scanned))
  look(scanned)
}
