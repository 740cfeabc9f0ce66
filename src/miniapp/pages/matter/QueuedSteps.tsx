import { View } from '@tarojs/components'
import { sayProblem } from '../../words/sayProblem'
import { useEffect } from 'react'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { useQueue } from '../../stores/sendQueue'
import { loadMatter } from '../../stores/matter'
import { say } from '../../words/say'

/** Steps on this matter that are still on this phone; as each arrives, the page asks for the new truth. */
export function QueuedSteps({ matterId }: { matterId: string }) {
  const { items } = useQueue()
  const steps = items.filter(
    (item) => item.matterId === matterId && (item.step === 'command' || item.trouble),
  )
  useEffect(() => {
    if (steps.length === 0) return undefined
    return () => void loadMatter(matterId)
  }, [steps.length, matterId])
  return (
    <>
      {steps.map(({ itemId, label, trouble }) => (
        <View key={itemId} className={`card ${trouble ? 'card--needs-you' : ''}`}>
          <View>
            {trouble ? say.matter.queuedTrouble(label.title) : say.matter.queued(label.title)}
          </View>
          {trouble?.cause === 'refused' && (
            <View className="quiet">{sayProblem(trouble.problem)}</View>
          )}
          {trouble && (
            <Press
              label={say.queue.title}
              onPress={() => platform.routes.open('/pages/queue/index')}
            />
          )}
        </View>
      ))}
    </>
  )
}
