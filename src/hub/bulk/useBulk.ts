import type { Fields } from '@domain/form/formField'
import type { ActionView, MatterView } from '@contract/views'
import { useRef, useState } from 'react'
import type { Command } from '../actions/pendingCommands'
import { isUnknown } from '../actions/useSendCommand'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'

/** What became of one of them. */
export type BulkLine = {
  readonly matter: MatterView
  readonly outcome: 'done' | 'refused' | 'unknown'
  readonly words: string
}

/**
 * One step for several matters, one after another, each a command of its own with an answer of its own. One whose answer
 * did not come is sent again as the same command.
 */
export function useBulk() {
  const { api, inbox, newId } = useConsole()
  const [lines, setLines] = useState<readonly BulkLine[]>([])
  const [busy, setBusy] = useState(false)
  const kept = useRef(new Map<string, Command>())

  async function actOn(matter: MatterView, action: ActionView, input: Fields): Promise<BulkLine> {
    const { matterId, version: seenVersion } = matter
    const command = kept.current.get(matterId) ?? {
      commandId: newId(),
      matterId,
      action: action.action,
      input: input as Command['input'],
      seenVersion,
    }
    kept.current.set(matterId, command)
    try {
      const answer = await api.call('actOnMatter', command)
      kept.current.delete(matterId)
      inbox.take(answer.matter)
      return { matter, outcome: 'done', words: `${action.title}：已送到` }
    } catch (error) {
      const unknown = isUnknown(error)
      if (!unknown) kept.current.delete(matterId)
      return { matter, outcome: unknown ? 'unknown' : 'refused', words: wordsOf(error) }
    }
  }

  async function run(matters: readonly MatterView[], action: ActionView, input: Fields) {
    if (busy) return
    setBusy(true)
    const earlier = lines.filter(({ matter }) => !matters.includes(matter))
    const done: BulkLine[] = []
    for (const matter of matters) {
      done.push(await actOn(matter, action, input))
      setLines([...earlier, ...done])
    }
    setBusy(false)
  }
  return { lines, busy, run }
}
