import { View } from '@tarojs/components'
import type { DemoUser } from '@contract/api/signIn'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { say } from '../../words/say'

type Props = { working: boolean; onChoose: (user: DemoUser) => void }

/** Only a server that says it is a demo lets these in. */
export function DemoPeople({ working, onChoose }: Props) {
  return (
    <>
      <View className="section">{say.signIn.demo}</View>
      {say.signIn.people.map(({ user, name, about }) => (
        <Press
          key={user}
          id={`sign-in-${user}`}
          look="bare"
          className="card row"
          label={name}
          disabled={working}
          onPress={() => onChoose(user)}
        >
          <Icon name="person" />
          <View className="grow">
            <View className="strong">{name}</View>
            <View className="quiet small">{about}</View>
          </View>
        </Press>
      ))}
    </>
  )
}
