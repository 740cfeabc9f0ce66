import { useState } from 'react'
import type { HubPost } from '../session/findHubPost'
import { HandOverForm } from './HandOverForm'
import { HandedOver } from './HandedOver'
import { useHandOver } from './useHandOver'
import './handover.css'

/** 交接: whoever leaves hands everything open to somebody else, each thing where it stands. */
export function HandOverPage({ post }: { post: HubPost }) {
  const handOver = useHandOver()
  const [round, setRound] = useState(0)
  return (
    <main className="handover" data-testid="handover">
      <h2>交接</h2>
      <p className="quiet">
        调走、离岗、请长假的人，手上没办完的任务都交给另一个人或单位；期限和经过不变。
      </p>
      <HandOverForm key={round} area={post.area} handOver={handOver} />
      <HandedOver
        handOver={handOver}
        onAnother={() => {
          handOver.reset()
          setRound(round + 1)
        }}
      />
    </main>
  )
}
