import type { ReportDraft } from '../draft/reportDraft'
import { changeDraft } from './drafts'

/** 到门口了: from here it counts, and an end that was set before is none any more. */
export function beginNow(key: string, field: string): void {
  changeDraft<ReportDraft>(key, (draft) => ({
    ...draft,
    discoveredAt: new Date().toISOString(),
    texts: { ...draft.texts, [field]: '' },
  }))
}
