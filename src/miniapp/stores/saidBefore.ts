import { create } from 'zustand'
import { sameWords } from '@domain/form/sameWords'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { KindView } from '@contract/views'
import type { ReportDraft } from '../draft/reportDraft'
import { platform } from '../platform/platform'
import { api } from './api'
import { useSession } from './session'

export type SaidBefore = ResponseOf<Operations['findSaidBefore']>['items'][number]

/** What this phone sent itself, so that a second visit is told of in a valley as well. */
type OwnSaid = {
  readonly flow: string
  readonly field: string
  readonly said: string
  readonly village: string
  readonly at: number
  readonly kindName: string
}

const OWN_MAX = 200
const VILLAGE_DIGITS = 12

type Known = { readonly asked: string; readonly items: readonly SaidBefore[] }

export const useSaidBefore = create<Known>(() => ({ asked: '', items: [] }))

/** The fields by which reports of this kind are compared with others. */
export function comparedFields({ needs = [] }: KindView): string[] {
  const conditions = needs.flatMap(({ when }) => when)
  return conditions.flatMap((one) =>
    typeof one === 'object' && 'seenBefore' in one ? [one.seenBefore] : [],
  )
}

/** Asked beside everything else: nobody waits for it, and without an answer the phone says what it knows itself. */
export async function askSaidBefore(kind: KindView, draft: ReportDraft): Promise<void> {
  const areaCode = areaOf(draft)
  const fields = saidIn(kind, draft)
  if (!areaCode || Object.keys(fields).length === 0) return
  const asked = JSON.stringify([kind.code, areaCode, fields])
  if (useSaidBefore.getState().asked === asked) return
  useSaidBefore.setState({ asked, items: [] })
  const at = draft.discoveredAt
  const answer = await api.call('findSaidBefore', { kind: kind.code, areaCode, fields, at })
  if (useSaidBefore.getState().asked !== asked) return
  // Asked again at the next look: what could not be asked is not known to be nothing.
  if (answer.kind === 'done') useSaidBefore.setState({ items: answer.value.items })
  else useSaidBefore.setState({ asked: '' })
}

/** The last time somebody said the same: as the server told, or as this phone remembers. */
export function findLast(
  kind: KindView | undefined,
  draft: ReportDraft,
  { items, asked }: Known,
): SaidBefore[] {
  if (!kind) return []
  const fields = saidIn(kind, draft)
  const isOfThis = asked === JSON.stringify([kind.code, areaOf(draft), fields])
  const own = Object.entries(fields).flatMap(([field, said]) => ownBefore(kind, draft, field, said))
  return [...(isOfThis ? items : []), ...own]
}

/** Remembered when it is sent, and not when the server has it: the next door is a few steps away. */
export function noteSaid(kind: KindView | undefined, draft: ReportDraft): void {
  const village = areaOf(draft)?.slice(0, VILLAGE_DIGITS)
  if (!kind || !village) return
  const at = Date.parse(draft.discoveredAt)
  const fresh = Object.entries(saidIn(kind, draft)).map(([field, said]) => ({
    flow: kind.flow,
    field,
    said: sameWords(said),
    village,
    at,
    kindName: kind.name,
  }))
  if (fresh.length > 0) platform.records.write(keyOf(), [...fresh, ...readOwn()].slice(0, OWN_MAX))
}

function ownBefore(kind: KindView, draft: ReportDraft, field: string, said: string): SaidBefore[] {
  const at = Date.parse(draft.discoveredAt)
  const village = areaOf(draft)?.slice(0, VILLAGE_DIGITS)
  const last = readOwn().find(
    (own) =>
      own.flow === kind.flow &&
      own.field === field &&
      own.said === sameWords(said) &&
      (village === undefined || own.village === village) &&
      own.at < at,
  )
  if (!last) return []
  const by = useSession.getState().person?.name ?? ''
  return [{ field, at: new Date(last.at).toISOString(), kindName: last.kindName, by }]
}

function saidIn(kind: KindView, { texts }: ReportDraft): Record<string, string> {
  const said = comparedFields(kind).map((field) => [field, (texts[field] ?? '').trim()] as const)
  return Object.fromEntries(said.filter(([, words]) => words !== ''))
}

function areaOf({ chosenArea, chosenGrid, foundGrid }: ReportDraft): string | undefined {
  return (chosenArea ?? chosenGrid ?? foundGrid)?.code
}

function readOwn(): readonly OwnSaid[] {
  return (platform.records.read(keyOf()) as readonly OwnSaid[] | undefined) ?? []
}

/** Per person: the next one on this phone was not there. */
function keyOf(): string {
  return `cache/said-${useSession.getState().person?.personId ?? 'nobody'}`
}
