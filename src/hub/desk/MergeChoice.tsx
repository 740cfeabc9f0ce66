import type { MatterView } from '@contract/views'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import { useDeskCommand } from './useDeskCommand'

type Props = {
  readonly matter: MatterView
  readonly chosen: readonly string[]
  readonly onDone: () => void
}

/** 并案: those that were chosen go into the one that lies open. Each that cannot says why. */
export function MergeChoice({ matter, chosen, onDone }: Props) {
  const { api, lastMerge } = useConsole()
  const { run, busy, problem } = useDeskCommand()
  const [notDone, setNotDone] = useState<readonly string[]>([])
  const merge = () =>
    void run(
      [...chosen].sort().join(' '),
      async (commandId) => {
        const answer = await api.call('mergeMatters', {
          commandId,
          into: matter.matterId,
          matterIds: [...chosen],
        })
        setNotDone(answer.notDone.map(({ title }) => title))
        onDone()
        const [first] = answer.held
        if (!first) return
        const matterIds = answer.held.map(({ matterId }) => matterId)
        const until = Date.parse(first.until)
        lastMerge.setState({ last: { matterIds, intoNumber: matter.number, until } })
      },
      '一分钟后并到一起，可以撤销',
    )
  return (
    <>
      {chosen.length > 0 && (
        <Button type="primary" loading={busy} onClick={merge} data-testid="merge">
          把选中的 {chosen.length} 件并过来
        </Button>
      )}
      {problem !== undefined && (
        <Alert type="warning" showIcon role="alert" title={wordsOf(problem)} />
      )}
      {notDone.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={`有 ${notDone.length} 件没有并：${[...new Set(notDone)].join('；')}`}
          data-testid="merge-not-done"
        />
      )}
    </>
  )
}
