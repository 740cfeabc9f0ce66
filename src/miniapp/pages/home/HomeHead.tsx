import { View } from '@tarojs/components'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { usePoints } from '../../stores/points'
import { mainPost, useSession } from '../../stores/session'
import { say } from '../../words/say'

/** Where I stand, and who I am here. */
export function HomeHead({ points = false }: { points?: boolean }) {
  const person = useSession((session) => session.person)
  const balance = usePoints((state) => state.balance)
  const post = mainPost(person)
  return (
    <View className="head">
      <View className="title">{post?.area.name ?? say.app}</View>
      <View className="row row--apart">
        <View className="quiet">{person && post ? `${post.roleTitle} ${person.name}` : ''}</View>
        {points && balance?.earns && (
          <Press
            id="home-points"
            look="quiet"
            label={say.home.points(balance.balance)}
            onPress={() => platform.routes.open('/pages/points/index')}
          />
        )}
      </View>
    </View>
  )
}
