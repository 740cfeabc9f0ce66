import { View } from '@tarojs/components'
import type { MatterView } from '@contract/views'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { UrgencyTag } from '../../components/UrgencyTag'
import { waitsForReporter } from '../../components/waitsForReporter'
import { platform } from '../../platform/platform'
import { fillSentence } from '../../words/fillSentence'
import { sayDeadline } from '../../words/sayDeadline'
import { isOverdue, sayTime } from '../../words/sayTime'
import { say } from '../../words/say'
import { Fact } from './Fact'

export function MatterFacts({ matter, now }: { matter: MatterView; now: number }) {
  const { kind, dueAt, ended, lastNote } = matter
  const waits = waitsForReporter(matter)
  return (
    <View className="card">
      <View className="row">
        <Icon name={kind.icon} />
        <View className="grow">
          <View className="title">{kind.name}</View>
          <View className="quiet small">{matter.flowTitle}</View>
        </View>
        <UrgencyTag urgency={matter.urgency} />
      </View>
      <View id="matter-sentence" className={waits ? 'sentence sentence--needs-you' : 'sentence'}>
        {fillSentence(matter, now)}
      </View>
      {lastNote && <View className="quote">{lastNote}</View>}
      <Words matter={matter} />
      {dueAt && !ended && (
        <Fact
          name={say.matter.due}
          value={sayDeadline(matter, dueAt, now)}
          late={isOverdue(dueAt, now)}
        />
      )}
      <WhereLine matter={matter} />
      <WhoLine matter={matter} now={now} />
      <Press
        id="matter-number"
        look="bare"
        className="fact number-line"
        label={`${say.matter.number} ${matter.number}`}
        onPress={() => void copyNumber(matter.number)}
      >
        <View className="quiet fact__name">{say.matter.number}</View>
        <View className="grow break">{matter.number}</View>
      </Press>
    </View>
  )
}

function WhereLine({ matter: { place, area } }: { matter: MatterView }) {
  const { openMap } = platform.device
  return (
    <View className="place-line">
      <Fact name={say.matter.place} value={area.name} />
      {place && openMap && (
        <Press
          id="matter-navigate"
          look="quiet"
          label={say.matter.navigate}
          onPress={() => void openMap(place, area.name).catch(() => undefined)}
        />
      )}
    </View>
  )
}

/** Nothing was written: that is said only where the form says nothing either. */
function Words({ matter: { text, fields } }: { matter: MatterView }) {
  if (text !== '') return <View className="break between">{text}</View>
  return fields.length > 0 ? null : <View className="quiet">{say.matter.noText}</View>
}

/** Whoever is only asked whether they know something is not told whose report it is. */
function WhoLine({ matter: { reporter, receivedAt }, now }: { matter: MatterView; now: number }) {
  const { name, roleTitle } = reporter
  const time = sayTime(receivedAt, now)
  return name === '' ? (
    <Fact name={say.matter.since} value={time} />
  ) : (
    <Fact name={say.matter.reporter} value={`${say.matter.by(name, roleTitle)} ${time}`} />
  )
}

async function copyNumber(number: string): Promise<void> {
  await platform.device.copyText(number)
  platform.dialogs.toast(say.matter.copyNumber)
}
