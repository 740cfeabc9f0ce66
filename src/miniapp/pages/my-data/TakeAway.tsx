import { View } from '@tarojs/components'
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { closeMyAccount, exportMyData } from '../../stores/myData'
import { countQueue, useQueue } from '../../stores/sendQueue'
import { say } from '../../words/say'

/** 导出, 注销: to take along what is mine, and to leave. */
export function TakeAway({ mayClose }: { mayClose: boolean }) {
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const unsent = useUnsent()
  const run = async (job: () => Promise<string | undefined>) => {
    setWorking(true)
    setTrouble(await job())
    setWorking(false)
  }
  return (
    <View className="stack">
      {trouble && <View className="late">{trouble}</View>}
      <Press
        id="my-export"
        label={working ? say.myData.exporting : say.myData.export}
        disabled={working}
        onPress={() => void run(exportMyData)}
      />
      {mayClose && (
        <Press
          id="my-close"
          look="danger"
          label={say.myData.close}
          disabled={working}
          onPress={() => void run(() => closeAfterAsking(unsent))}
        />
      )}
    </View>
  )
}

/** Of whoever writes on this phone; those that wait for their owner's mending count as well. */
function useUnsent(): number {
  const { waiting, needsYou } = useQueue(useShallow(countQueue))
  return waiting + needsYou
}

async function closeAfterAsking(unsent: number): Promise<string | undefined> {
  const { close: title, closeAsk, closeUnsent, closed } = say.myData
  const text = unsent > 0 ? `${closeAsk}${closeUnsent(unsent)}` : closeAsk
  if (!(await platform.dialogs.confirm({ title, text, yes: title }))) return undefined
  const trouble = await closeMyAccount()
  if (trouble !== undefined) return trouble
  platform.dialogs.toast(closed)
  platform.routes.tab('/pages/home/index')
  return undefined
}
