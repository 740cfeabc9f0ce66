import { View } from '@tarojs/components'
import type { DemoUser } from '@contract/api/signIn'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { say } from '../../words/say'

type Props = { working: boolean; onChoose: (user: DemoUser) => void }

const demoUsers = ['officer', 'gridWorker', 'resident'] as const satisfies readonly DemoUser[]

/** Only a server that says it is a demo lets these in. */
export function DemoPeople({ working, onChoose }: Props) {
  return (
    <>
      <View className="section">{say.signIn.demo}</View>
      {demoUsers.map((user) => (
        <Press
          key={user}
          id={`sign-in-${user}`}
          look="bare"
          className="card row"
          label={say.signIn.people[user].name}
          disabled={working}
          onPress={() => onChoose(user)}
        >
          <Icon name="person" />
          <View className="grow">
            <View className="strong">{say.signIn.people[user].name}</View>
            <View className="quiet small">{say.signIn.people[user].about}</View>
          </View>
        </Press>
      ))}
    </>
  )
}
