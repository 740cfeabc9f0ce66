import { View } from '@tarojs/components'
import type { MatterPage } from '../../stores/matter'
import { Icon } from '../../components/Icon'
import { openMatter } from '../../components/MatterCard'
import { Press } from '../../components/Press'
import { say } from '../../words/say'

type Link = MatterPage['children'][number]

/** What it belongs to, what belongs to it, and what was joined. */
export function Links({ page: { matter, children } }: { page: MatterPage }) {
  const { parent, joinedTo, joinedReports } = matter
  if (!parent && !joinedTo && children.length === 0 && joinedReports === 0) return null
  return (
    <View>
      <View className="section">{say.matter.links}</View>
      {joinedReports > 0 && <View className="card">{say.matter.joinedReports(joinedReports)}</View>}
      {parent && <LinkLine id="link-parent" relation={say.matter.parent} link={parent} />}
      {joinedTo && <LinkLine id="link-joined" relation={say.matter.joinedTo} link={joinedTo} />}
      {children.map((child, index) => (
        <LinkLine key={child.matterId} id={`link-child-${index}`} link={child} />
      ))}
    </View>
  )
}

function LinkLine({ id, relation, link }: { id: string; relation?: string; link: Link }) {
  const { matterId, number, title } = link
  return (
    <Press
      id={id}
      look="bare"
      className="card row"
      label={[relation, title, number].filter(Boolean).join(' ')}
      onPress={() => openMatter(matterId)}
    >
      <View className="grow">
        <View>{[relation, title].filter(Boolean).join(' ')}</View>
        <View className="quiet small break">{number}</View>
      </View>
      <Icon name="unfold" size="small" />
    </Press>
  )
}
