import type { MatterView } from '@contract/views'
import { Alert, Button } from 'antd'
import { hrefOf } from '../console/route'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import { useSecondsLeft } from './UndoMerge'
import { useDeskCommand } from './useDeskCommand'

/** On the page of what is about to be joined, also for a colleague: into which, and the way back. */
export function MergingNotice({ matter }: { matter: MatterView }) {
  const { merging } = matter
  const left = useSecondsLeft(merging && Date.parse(merging.until))
  const { api } = useConsole()
  const { run, busy, problem } = useDeskCommand()
  if (!merging) return null
  const undo = () =>
    void run(
      'undo',
      (commandId) => api.call('undoMerge', { commandId, matterIds: [matter.matterId] }),
      '撤销了，各归各办',
    )
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={
        <>
          这件要并到{' '}
          <a href={hrefOf({ page: 'matters', ...merging.into })}>{merging.into.number}</a>
          {left > 0 ? `，${left} 秒内可以撤销` : '，正在并'}
        </>
      }
      description={problem === undefined ? undefined : wordsOf(problem)}
      action={
        left > 0 && (
          <Button loading={busy} onClick={undo} data-testid="undo-merging">
            撤销
          </Button>
        )
      }
      data-testid="merging"
    />
  )
}
