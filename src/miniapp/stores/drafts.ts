import { create } from 'zustand'
import { createDraftRecords } from '../draft/createDraftRecords'
import type { ActionDraft } from '../draft/actionDraft'
import { emptyForm } from '../draft/formDraft'
import { DRAFT_SCHEMA_VERSION, isStarted, type ReportDraft } from '../draft/reportDraft'
import { platform } from '../platform/platform'
import { mintId } from './mintId'

export type Draft = ReportDraft | ActionDraft

const REPORT = 'report-'

export const draftRecords = createDraftRecords(platform.records)

/** Drafts that are open, by key; each change is on the disk before the screen shows it. */
export const useDrafts = create<Readonly<Record<string, Draft>>>(() => ({}))

export function newReport(start: Partial<ReportDraft> & { closes?: boolean } = {}): string {
  const { closes, ...rest } = start
  const matterId = mintId()
  const key = REPORT + matterId
  writeDraft(key, {
    schemaVersion: DRAFT_SCHEMA_VERSION,
    matterId,
    commandId: mintId(),
    ...(closes ? { closing: { commandId: mintId(), result: '' } } : {}),
    text: '',
    ...emptyForm,
    discoveredAt: new Date().toISOString(),
    ...rest,
  })
  return key
}

/** From memory, or from the disk after a kill. */
export function openDraft<T extends Draft>(key: string): T | undefined {
  const open = useDrafts.getState()[key] ?? draftRecords.find<T>(key)
  if (open && !useDrafts.getState()[key]) useDrafts.setState({ [key]: open })
  return open as T | undefined
}

export function changeDraft<T extends Draft>(key: string, change: (draft: T) => T): void {
  const draft = openDraft<T>(key)
  if (draft) writeDraft(key, change(draft))
}

export function writeDraft(key: string, draft: Draft): void {
  draftRecords.save(key, draft)
  useDrafts.setState({ [key]: draft })
}

/** The record only: its photos are the queue's now, or the sweep's. */
export function closeDraft(key: string): void {
  draftRecords.remove(key)
  useDrafts.setState(
    (open) => Object.fromEntries(Object.entries(open).filter(([name]) => name !== key)),
    true,
  )
}

/** Reports somebody began: shown on the first screen until they are sent or thrown away. */
export function unfinishedReports(): { key: string; draft: ReportDraft }[] {
  return platform.records
    .keys()
    .filter((name) => name.startsWith(`draft/${REPORT}`))
    .map((name) => name.slice('draft/'.length))
    .flatMap((key) => {
      const draft = openDraft<ReportDraft>(key)
      return draft && isStarted(draft) ? [{ key, draft }] : []
    })
    .sort((a, b) => b.draft.discoveredAt.localeCompare(a.draft.discoveredAt))
}
