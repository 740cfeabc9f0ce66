import { Alert, App, Button, Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { useKeys } from '../keys/useKeys'
import { wordsOf } from '../wire/WireProblem'
import type { LastMerge } from './lastMerge'
import { useDeskCommand } from './useDeskCommand'

/** For a minute after a merge, over whatever page: what is about to happen, how long is left, and undoing it. */
export function UndoMerge() {
  const { lastMerge } = useConsole()
  const last = useStore(lastMerge, (state) => state.last)
  const left = useSecondsLeft(last?.until)
  if (!last || left <= 0) return null
  return <UndoBar key={last.until} last={last} left={left} />
}

function UndoBar({ last, left }: { last: LastMerge; left: number }) {
  const { api, lastMerge } = useConsole()
  const { message } = App.useApp()
  const { run, busy, problem } = useDeskCommand()
  const undo = () => {
    const { matterIds } = last
    void run(
      'undo',
      async (commandId) => {
        const { notDone } = await api.call('undoMerge', {
          commandId,
          matterIds: [...matterIds],
        })
        lastMerge.setState({ last: undefined })
        if (notDone[0]) void message.warning(notDone[0].title)
      },
      '撤销了，各归各办',
    )
  }
  useKeys({ z: undo })
  return (
    <Alert
      className="undo-merge"
      type="info"
      showIcon
      role="status"
      title={`${last.matterIds.length} 件要并到 ${last.intoNumber}，还没有通知任何人`}
      description={problem === undefined ? undefined : wordsOf(problem)}
      action={
        <Tooltip title="按 Z">
          <Button loading={busy} onClick={undo} aria-keyshortcuts="z" data-testid="undo-merge">
            撤销（{left} 秒）
          </Button>
        </Tooltip>
      }
      data-testid="undo-merge-bar"
    />
  )
}

/** Counted by the second while there is something to count. */
export function useSecondsLeft(until: number | undefined): number {
  const { now } = useConsole()
  const [, setTick] = useState(0)
  useEffect(() => {
    if (until === undefined || until <= now()) return
    const timer = setInterval(() => {
      setTick((tick) => tick + 1)
      if (until <= now()) clearInterval(timer)
    }, 1_000)
    return () => clearInterval(timer)
  }, [until, now])
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now()) / 1_000))
}
