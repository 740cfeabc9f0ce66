import { Input, View } from '@tarojs/components'
import type { KindView } from '@contract/views'
import { spoken } from '../../components/spoken'
import { isUnnamed, useTypedName } from '../../stores/ownName'
import { useSession } from '../../stores/session'
import { say } from '../../words/say'

const NAME_MAX = 30

/** Asked once, of whoever sends something to the township for the first time; danger to life asks nobody's name. */
export function OwnName({ kind }: { kind: KindView | undefined }) {
  const person = useSession((session) => session.person)
  const { name } = useTypedName()
  if (!isUnnamed(person) || kind?.urgency === 'U1') return null
  return (
    <View className="field">
      <View className="label">{say.report.ownName}</View>
      <Input
        id="own-name"
        className="input"
        value={name}
        maxlength={NAME_MAX}
        placeholder={say.report.ownNameHint}
        placeholderClass="placeholder"
        onInput={(event) => useTypedName.setState({ name: event.detail.value })}
        {...spoken(say.report.ownName, 'textbox')}
      />
    </View>
  )
}
