import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { SettingsProblemView } from '@contract/countySettings'
import { useState } from 'react'
import { isUnknown } from '../actions/useSendCommand'
import { useConsole } from '../console/ConsoleContext'
import { WireProblem } from '../wire/WireProblem'
import { mergeSettings, type Settings } from './editSettings'
import type { Reading } from './useCountySettings'

export type Preview = ResponseOf<Operations['previewCountySettings']>
type Save = RequestInputOf<Operations['changeCountySettings']>

type State = {
  /** What one has begun from, and what one has made of it. */
  readonly base: Settings
  readonly basedOn: number
  readonly content: Settings
  readonly preview?: Preview | undefined
  readonly problems: readonly SettingsProblemView[]
  /** Sent, and nobody knows what became of it: only the identical request may follow. */
  readonly pending?: Save | undefined
  readonly trouble?: unknown
  /** Somebody saved meanwhile: what both have changed. */
  readonly joined?: { readonly version: number; readonly both: readonly string[] } | undefined
}

/** One's own changes from the first key to the saved version. Whatever is edited has to be previewed again. */
export function useDraft(reading: Reading, read: () => Promise<Reading | undefined>) {
  const { api, newId } = useConsole()
  const [state, setState] = useState<State>(() => begun(reading))
  const [busy, setBusy] = useState(false)
  const put = (part: Partial<State>) => setState((before) => ({ ...before, ...part }))

  async function whileBusy(work: () => Promise<void>): Promise<void> {
    if (busy) return
    setBusy(true)
    put({ trouble: undefined })
    await work().finally(() => setBusy(false))
  }

  const preview = (effectiveFrom: string | undefined) =>
    whileBusy(async () => {
      const when = effectiveFrom === undefined ? {} : { effectiveFrom }
      try {
        const seen = await api.call('previewCountySettings', { content: state.content, ...when })
        put({ preview: seen, problems: seen.problems })
      } catch (error) {
        put({ trouble: error })
      }
    })

  async function joinNewest(): Promise<void> {
    const fresh = await read()
    if (!fresh) return
    const { merged, both } = mergeSettings(state.base, state.content, fresh.content)
    const joined = { version: fresh.version, both }
    setState({ ...begun(fresh), content: merged, joined })
  }

  const save = (note: string, effectiveFrom: string | undefined, onSaved: () => void) =>
    whileBusy(async () => {
      const { content, basedOn } = state
      const when = effectiveFrom === undefined ? {} : { effectiveFrom }
      const command = state.pending ?? { commandId: newId(), basedOn, content, note, ...when }
      try {
        await api.call('changeCountySettings', command)
        const fresh = await read()
        if (fresh) setState(begun(fresh))
        onSaved()
      } catch (error) {
        if (isUnknown(error)) return put({ pending: command, trouble: error })
        put({ pending: undefined, trouble: error, problems: problemsIn(error), preview: undefined })
        if (codeOf(error) === 'settings.changed-meanwhile') await joinNewest()
      }
    })

  return {
    ...state,
    busy,
    changed: state.content !== state.base,
    edit: (content: Settings) => put({ content, preview: undefined, joined: undefined }),
    forgetPreview: () => put({ preview: undefined }),
    startOver: () => setState(begun(reading)),
    preview: preview,
    shown: state.preview,
    save,
  }
}

export type Draft = ReturnType<typeof useDraft>

function begun({ content, versions }: Reading): State {
  return { base: content, basedOn: versions[0]?.version ?? 0, content, problems: [] }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof WireProblem ? error.code : undefined
}

function problemsIn(error: unknown): SettingsProblemView[] {
  if (!(error instanceof WireProblem) || error.code !== 'settings.not-sound') return []
  return (error.details.problems ?? []) as SettingsProblemView[]
}
