import type { Fields } from '@domain/form/formField'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import type { MatterDetail } from '../matter/useMatter'
import type { Api } from '../wire/createApi'
import { WireProblem } from '../wire/WireProblem'
import type { Command } from './pendingCommands'

export type SendCommand = (action: string, input: Fields) => Promise<void>

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
  const [sentAt, setSentAt] = useState<number>()

  const send: SendCommand = async (action, input) => {
    if (sending) return
    const { matterId, version: seenVersion } = matter
    const kept = pending.store.getState()[matterId]
    let command: Command = kept ?? {
      commandId: newId(),
      matterId,
      action,
      input: input as Command['input'],
      seenVersion,
    }
    setSending(true)
    setSentAt(command.seenVersion)
    setProblem(undefined)
    try {
      const answer = await api.call('actOnMatter', command).catch(async (error: unknown) => {
        command = { ...command, seenVersion: await versionWithPhotos(api, command, error) }
        return api.call('actOnMatter', command)
      })
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
  return { send, sending, problem, sentAt, forget: () => setProblem(undefined) }
}

/** Photos that came in meanwhile change nothing about the step; whatever else was done has to be looked at first. */
async function versionWithPhotos(
  api: Api,
  { matterId, seenVersion = 0 }: Command,
  error: unknown,
): Promise<number> {
  if (!(error instanceof WireProblem) || error.code !== 'matter.changed-meanwhile') throw error
  const { matter, history } = await api.call('getMatter', { matterId })
  const since = history.filter(({ version }) => version > seenVersion)
  if (since.length === 0 || since.some(({ action }) => action !== 'photo')) throw error
  return matter.version
}

/** Nobody knows what became of it: only the identical request may follow. */
export function isUnknown(error: unknown): boolean {
  return !(error instanceof WireProblem) || error.outcome === 'unknown'
}

/** A session that ended meanwhile, or a server that asks for patience, says nothing of a command sent before. */
function leavesItOpen(error: unknown): boolean {
  return endsSession(error) || (error instanceof WireProblem && error.code === 'request.too-many')
}

export function endsSession(error: unknown): boolean {
  if (!(error instanceof WireProblem)) return false
  return error.code === 'access.session-ended' || error.code === 'access.not-signed-in'
}
