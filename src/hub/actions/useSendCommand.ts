import type { ActionInput } from '@domain/matter/matter'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import type { MatterDetail } from '../matter/useMatter'
import { WireProblem } from '../wire/WireProblem'
import type { Command } from './pendingCommands'

export type SendCommand = (action: string, input: ActionInput) => Promise<void>

/**
 * Sends a step and waits for the answer; nothing is shown as done before it. Where no answer comes, the command is
 * kept and only that one is offered again.
 */
export function useSendCommand(
  { matter, actions }: MatterDetail,
  refresh: () => Promise<void>,
  onDone: (title: string) => void,
) {
  const { api, inbox, pending, newId } = useConsole()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  const send: SendCommand = async (action, input) => {
    if (sending) return
    const { matterId } = matter
    const kept = pending.store.getState()[matterId]
    const command: Command = kept ?? { commandId: newId(), matterId, action, input: toWire(input) }
    setSending(true)
    setProblem(undefined)
    try {
      const answer: ResponseOf<Operations['actOnMatter']> = await api.call('actOnMatter', command)
      pending.settle(matterId)
      inbox.take(answer.matter)
      onDone(actions.find((one) => one.action === command.action)?.title ?? '这一步')
    } catch (error) {
      if (isUnknown(error)) pending.keep(command)
      else if (!leavesItOpen(error)) pending.settle(matterId)
      if (!isUnknown(error) && !endsSession(error)) setProblem(error)
    } finally {
      setSending(false)
    }
    await refresh()
  }
  return { send, sending, problem, forget: () => setProblem(undefined) }
}

function toWire(input: ActionInput): NonNullable<Command['input']> {
  const { photos, ...rest } = input
  return photos ? { ...rest, photos: [...photos] } : rest
}

function isUnknown(error: unknown): boolean {
  return !(error instanceof WireProblem) || error.outcome === 'unknown'
}

/** A session that ended meanwhile, or a server that asks for patience, says nothing of a command sent before. */
function leavesItOpen(error: unknown): boolean {
  return endsSession(error) || (error instanceof WireProblem && error.code === 'request.too-many')
}

function endsSession(error: unknown): boolean {
  if (!(error instanceof WireProblem)) return false
  return error.code === 'access.session-ended' || error.code === 'access.not-signed-in'
}
