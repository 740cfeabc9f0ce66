import { App } from 'antd'
import { useRef, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { isUnknown } from '../actions/useSendCommand'

/**
 * One command at a time; an answer that did not come leaves its id for the next try, so that the same press again is
 * the same command.
 */
export function useDeskCommand() {
  const { newId } = useConsole()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const kept = useRef<{ readonly what: string; readonly commandId: string }>()

  /** `what` tells this press from another: its words, its target. */
  async function run(
    what: string,
    send: (commandId: string) => Promise<unknown>,
    said: string,
  ): Promise<boolean> {
    if (busy) return false
    const before = kept.current
    const commandId = before?.what === what ? before.commandId : newId()
    kept.current = { what, commandId }
    setBusy(true)
    setProblem(undefined)
    try {
      await send(commandId)
      kept.current = undefined
      void message.success(said)
      return true
    } catch (error) {
      if (!isUnknown(error)) kept.current = undefined
      setProblem(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, problem, forget: () => setProblem(undefined) }
}
