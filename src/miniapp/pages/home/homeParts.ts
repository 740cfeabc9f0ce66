import type { ReportDraft } from '../../draft/reportDraft'

/** What every first screen is handed. */
export type HomeParts = {
  readonly now: number
  readonly unfinished: readonly { readonly key: string; readonly draft: ReportDraft }[]
  readonly onDraftsChanged: () => void
}
