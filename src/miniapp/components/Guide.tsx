import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Face } from '../stores/session'
import { say } from '../words/say'
import { Icon } from './Icon'
import { Press } from './Press'

type Props = { face: Face; onEnd: () => void }

/** The first steps of a role, one large card after another. It lies on a page like any card: nobody is held in it. */
export function Guide({ face, onEnd }: Props) {
  const [at, setAt] = useState(0)
  const steps = say.guide[face]
  const step = steps[at]
  if (!step) return null
  const last = at === steps.length - 1
  return (
    <View id="guide" className="card guide">
      <View className="row row--apart">
        <View className="quiet">{say.guide.of(at + 1, steps.length)}</View>
        {!last && <Press id="guide-skip" look="quiet" label={say.guide.skip} onPress={onEnd} />}
      </View>
      <View className="guide__step">
        <Icon name={step.icon} size="large" />
        <View className="title">{step.title}</View>
        <View className="guide__text">{step.text}</View>
      </View>
      <Press
        id="guide-next"
        look="primary"
        className="press--tall"
        label={last ? say.guide.start : say.guide.next}
        onPress={last ? onEnd : () => setAt(at + 1)}
      />
    </View>
  )
}
