import { create } from 'zustand'
import { findFlow, allFlows } from '@domain/flows/allFlows'
import type { ActionDraft } from '../draft/actionDraft'
import type { KeptDraft } from '../draft/createDraftRecords'
import { isFilled } from '../draft/formDraft'
import { isStarted, type ReportDraft } from '../draft/reportDraft'
import { wordsIn } from '../draft/wordsIn'
import { platform } from '../platform/platform'
import { say } from '../words/say'
import { closeDraft, draftRecords, type Draft } from './drafts'
import { findKind } from './kinds'

/** 没写完的一条, as people know it: what it is, what stands in it, and where it goes on. */
export type DraftLine = {
  readonly key: string
  readonly title: string
  readonly words: string
  readonly photos: number
  /** The page on which it goes on; none for what this version cannot read. */
  readonly address?: string
}

/** What was taken away last, until something else is: one tap brings it back. */
export const useDropped = create<{ key?: string; raw?: unknown }>(() => ({}))

/** Everything that was begun and not sent, newest first; what cannot be read stands first of all. */
export function listDrafts(): DraftLine[] {
  const lines = draftRecords.list().flatMap((kept): (DraftLine & { at: number })[] => {
    if ('unreadable' in kept) return [{ ...unreadableLine(kept), at: Infinity }]
    const { draft } = kept
    if (!isBegun(draft)) return []
    return [
      {
        ...('action' in draft ? actionLine(kept.key, draft) : reportLine(kept.key, draft)),
        at: mintedAt(draft),
      },
    ]
  })
  return lines.sort((one, other) => other.at - one.at)
}

export function dropDraft(key: string): void {
  const raw = draftRecords.list().find((kept) => kept.key === key)?.raw
  closeDraft(key)
  useDropped.setState({ key, raw }, true)
}

export function undoDrop(): void {
  const { key, raw } = useDropped.getState()
  if (key !== undefined) draftRecords.restore(key, raw)
  useDropped.setState({}, true)
}

/** The words that can be read, and the record whole beneath them, for whoever helps to save it. */
export async function exportDraft(key: string): Promise<void> {
  const raw = draftRecords.list().find((kept) => kept.key === key)?.raw
  const text = [...wordsIn(raw), JSON.stringify(raw)].join('\n')
  const { saveText, copyText } = platform.device
  if (saveText) return saveText(`${key}.txt`, text)
  await copyText(text)
  platform.dialogs.toast(say.queue.copied)
}

function isBegun(draft: Draft): boolean {
  return 'action' in draft ? isFilled(draft) || draft.photos.length > 0 : isStarted(draft)
}

/** The first 48 bits of a command's id are the millisecond it was minted in. */
function mintedAt({ commandId }: Draft): number {
  return parseInt(commandId.replace(/-/g, '').slice(0, 12), 16) || 0
}

function reportLine(key: string, draft: ReportDraft): DraftLine {
  const { kind, text, closing, photos } = draft
  return {
    key,
    title: findKind(kind)?.name ?? (closing ? say.home.onSpot : say.report.title),
    words: [text, closing?.result ?? '', ...typed(draft)].filter(Boolean).join(say.comma),
    photos: photos.length,
    address: `/pages/report/index?draft=${key}`,
  }
}

function actionLine(key: string, draft: ActionDraft): DraftLine {
  const { matterId, action, photos } = draft
  return {
    key,
    title: titleOf(action),
    words: typed(draft).join(say.comma),
    photos: photos.length,
    address: `/pages/act/index?matterId=${matterId}&action=${action}`,
  }
}

function typed({ texts }: Pick<Draft, 'texts'>): string[] {
  return Object.values(texts).filter((text) => text.trim() !== '')
}

/** By whichever flow knows the step: the draft says nothing of its flow, and the words are the same. */
function titleOf(action: string): string {
  for (const { name } of allFlows) {
    const statuses = Object.values(findFlow(allFlows, name)?.statuses ?? {})
    const row = statuses.map(({ actions }) => actions[action]).find(Boolean)
    if (row) return row.title
  }
  return say.act.title
}

function unreadableLine({ key, raw }: KeptDraft): DraftLine {
  return { key, title: say.drafts.unreadable, words: wordsIn(raw).join(say.comma), photos: 0 }
}
