import { View } from '@tarojs/components'
import { waitsForReporter } from '@domain/flow/waitsForReporter'
import { getFlow } from '@domain/flows/allFlows'
import type { MatterView } from '@contract/views'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { UrgencyTag } from '../../components/UrgencyTag'
import { platform } from '../../platform/platform'
import { fillSentence } from '../../words/fillSentence'
import { isOverdue, sayDue, sayTime } from '../../words/sayTime'
import { zh } from '../../words/zh'

export function MatterFacts({ matter, now }: { matter: MatterView; now: number }) {
  const { kind, reporter, dueAt, ended, lastNote } = matter
  const waits = waitsForReporter(getFlow(matter.flow), matter.status)
  return (
    <View className="card">
      <View className="row">
        <Icon name={kind.icon} />
        <View className="title grow">{kind.name}</View>
        <UrgencyTag urgency={matter.urgency} />
      </View>
      <View id="matter-sentence" className={waits ? 'sentence sentence--needs-you' : 'sentence'}>
        {fillSentence(matter, now)}
      </View>
      {lastNote && <View className="quote">{lastNote}</View>}
      <View className={matter.text ? 'break' : 'quiet'}>{matter.text || zh.matter.noText}</View>
      {dueAt && !ended && (
        <Fact name={zh.matter.due} value={sayDue(dueAt, now)} late={isOverdue(dueAt, now)} />
      )}
      <WhereLine matter={matter} />
      <Fact
        name={zh.matter.reporter}
        value={`${zh.matter.by(reporter.name, reporter.roleTitle)} ${sayTime(matter.receivedAt, now)}`}
      />
      <Press
        id="matter-number"
        look="bare"
        className="fact number-line"
        label={`${zh.matter.number} ${matter.number}`}
        onPress={() => void copyNumber(matter.number)}
      >
        <View className="quiet fact__name">{zh.matter.number}</View>
        <View className="grow break">{matter.number}</View>
      </Press>
    </View>
  )
}

function WhereLine({ matter: { place, area } }: { matter: MatterView }) {
  const { openMap } = platform.device
  return (
    <View className="place-line">
      <Fact name={zh.matter.place} value={area.name} />
      {place && openMap && (
        <Press
          id="matter-navigate"
          look="quiet"
          label={zh.matter.navigate}
          onPress={() => void openMap(place, area.name).catch(() => undefined)}
        />
      )}
    </View>
  )
}

function Fact({ name, value, late = false }: { name: string; value: string; late?: boolean }) {
  return (
    <View className="fact grow">
      <View className="quiet fact__name">{name}</View>
      <View className={`grow break ${late ? 'late strong' : ''}`}>{value}</View>
    </View>
  )
}

async function copyNumber(number: string): Promise<void> {
  await platform.device.copyText(number)
  platform.dialogs.toast(zh.matter.copyNumber)
}
