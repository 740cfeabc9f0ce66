import { View } from '@tarojs/components'
import type { MatterView } from '@contract/views'
import { platform } from '../platform/platform'
import { say } from '../words/say'
import { fillSentence } from '../words/fillSentence'
import { sayDeadline } from '../words/sayDeadline'
import { isOverdue, sayTime } from '../words/sayTime'
import { Icon } from './Icon'
import { Press } from './Press'
import { UrgencyTag } from './UrgencyTag'
import { useWanted } from './WantedPhoto'
import { waitsForReporter } from './waitsForReporter'

type Props = {
  id: string
  matter: MatterView
  now: number
  deadline?: boolean
  /** 离我 300 米, where somebody asked. */
  away?: string
}

/** One matter in a list: what, where it stands in a sentence, where, when. */
export function MatterCard({ id, matter, now, deadline = false, away }: Props) {
  const sentence = fillSentence(matter, now)
  const wanted = useWanted(matter)
  const waits = waitsForReporter(matter) || wanted !== undefined
  const due = deadline && matter.dueAt && !matter.ended ? matter.dueAt : undefined
  return (
    <Press
      id={id}
      look="bare"
      className={`card matter-card ${waits ? 'card--needs-you' : ''}`}
      label={[matter.kind.name, sentence, away].filter(Boolean).join(say.comma)}
      onPress={() => openMatter(matter.matterId)}
    >
      <View className="row">
        <Icon name={matter.kind.icon} />
        <View className="grow">
          <View className="strong">{matter.kind.name}</View>
          <View>{sentence}</View>
          {waits && matter.lastNote && <View className="strong">{matter.lastNote}</View>}
          {away && <View className="strong small">{away}</View>}
          <View className="quiet small">{`${matter.area.name} · ${sayTime(matter.receivedAt, now)}`}</View>
        </View>
      </View>
      {due && (
        <View className="row row--apart">
          <UrgencyTag urgency={matter.urgency} />
          <View className={isOverdue(due, now) ? 'late strong' : 'quiet'}>
            {sayDeadline(matter, due, now)}
          </View>
        </View>
      )}
    </Press>
  )
}

export function openMatter(matterId: string): void {
  platform.routes.open(`/pages/matter/index?matterId=${matterId}`)
}
