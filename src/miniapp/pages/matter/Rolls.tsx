import { View } from '@tarojs/components'
import type { MatterView, RollView } from '@contract/views'
import { say } from '../../words/say'

/** 报名, 表态: how many, never who. */
export function Rolls({ rolls }: { rolls: MatterView['rolls'] }) {
  return (
    <>
      {rolls.map((roll) => (
        <View key={roll.roll} id={`roll-${roll.roll}`} className="card stack--close">
          <View className="row row--apart">
            <View className="strong">{roll.title}</View>
            <View className="strong">{say.matter.rollCount(roll.count, roll.wanted)}</View>
          </View>
          {roll.wanted !== undefined && <Wanted count={roll.count} wanted={roll.wanted} />}
          {roll.values.map((value) => (
            <Tally key={value.title} value={value} all={roll.count} />
          ))}
        </View>
      ))}
    </>
  )
}

function Wanted({ count, wanted }: { count: number; wanted: number }) {
  const lacking = wanted - count
  return (
    <View>
      <Bar part={count} all={wanted} />
      <View className="quiet small">
        {lacking > 0 ? say.matter.rollLacks(lacking) : say.matter.rollEnough}
      </View>
    </View>
  )
}

function Tally({ value, all }: { value: RollView['values'][number]; all: number }) {
  return (
    <View>
      <View className="row row--apart">
        <View>{value.title}</View>
        <View>{say.matter.rollCount(value.count)}</View>
      </View>
      <Bar part={value.count} all={all} />
    </View>
  )
}

function Bar({ part, all }: { part: number; all: number }) {
  const percent = all > 0 ? Math.min(100, Math.round((part / all) * 100)) : 0
  return (
    <View className="progress">
      <View className="progress__done" style={{ width: `${percent}%` }} />
    </View>
  )
}
