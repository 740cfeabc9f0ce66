import type { PersonId } from '../shared/ids'
import { rowsOf, textOf, type RowInput } from '../form/formField'
import type { ActionInput, ChecklistRow } from '../matter/matter'
import { HOUR_MS, type Instant } from '../shared/instant'
import type { ActionRow, Effects } from './flowTable'
import { endOf } from './timeAfter'

export type Lists = Readonly<Record<string, readonly ChecklistRow[]>>

export type Ticks = NonNullable<ActionRow['ticks']>

/** Who does a row, and when; nobody for an automatic action. */
type ListHand = { readonly by?: PersonId; readonly now: Instant }

/** A matter's checklists are part of its row: longer ones are another system. */
export const LIST_ROWS_MAX = 200

/** The checklists that a step changed, whole; undefined when it changed none. */
export function listsAfter(
  row: Pick<ActionRow, 'ticks' | 'rounds'> & Pick<Effects, 'adds'>,
  lists: Lists | undefined,
  input: ActionInput,
  hand: ListHand,
): Lists | undefined {
  const added = row.adds && { [row.adds.list]: withRows(row.adds, lists, input) }
  const ticked = row.ticks && { [row.ticks.list]: withTick(row.ticks, lists, input, hand) }
  const round = row.rounds && { [row.rounds.list]: withRound(row.rounds, lists, hand) }
  return added || ticked || round ? { ...added, ...ticked, ...round } : undefined
}

/** Rounds go on for as long as it takes: the oldest rows leave the list, and stay in the history. */
function withRound(
  { list, title, hours }: NonNullable<ActionRow['rounds']>,
  lists: Lists | undefined,
  hand: ListHand,
): readonly ChecklistRow[] {
  const before = lists?.[list] ?? []
  const done = doneBy(hand)
  const rows = before.map((row) => (row.doneAt === undefined ? { ...row, ...done } : row))
  if (hours === undefined) return rows
  const key = String(Number(before.at(-1)?.key ?? 0) + 1)
  return [...rows, { key, title, dueAt: hand.now + hours * HOUR_MS }].slice(-LIST_ROWS_MAX)
}

function withRows(
  adds: NonNullable<Effects['adds']>,
  lists: Lists | undefined,
  input: ActionInput,
): readonly ChecklistRow[] {
  const before = lists?.[adds.list] ?? []
  if ('titles' in adds) return withTitles(adds.titles, before)
  const fresh = rowsOf(input, adds.field).map((row, index) =>
    openRow(row, before.length + index + 1),
  )
  return [...before, ...fresh]
}

/** Fixed rows stand in the order of the table, whatever was there before. */
function withTitles(
  titles: readonly string[],
  before: readonly ChecklistRow[],
): readonly ChecklistRow[] {
  const fixed = titles.map(
    (title, index) =>
      before.find((row) => row.title === title) ?? openRow({ title }, before.length + index + 1),
  )
  return [...fixed, ...before.filter((row) => !titles.includes(row.title))]
}

function openRow({ title, due }: RowInput, serial: number): ChecklistRow {
  const dueAt = endOf(due)
  return { key: String(serial), title: title.trim(), ...(dueAt === undefined ? {} : { dueAt }) }
}

function withTick(
  ticks: Ticks,
  lists: Lists | undefined,
  input: ActionInput,
  hand: ListHand,
): readonly ChecklistRow[] {
  const note = textOf(input, 'note') ?? textOf(input, 'result')
  const done = { ...doneBy(hand), ...(note === undefined ? {} : { note }) }
  return (lists?.[ticks.list] ?? []).map((row) =>
    isMeant(row, ticks, input) ? { ...row, ...done } : row,
  )
}

/** The row chosen in the form, or always the one of this title. */
export function isMeant(row: ChecklistRow, { title }: Ticks, input: ActionInput): boolean {
  return title === undefined ? row.key === textOf(input, 'row') : row.title === title
}

function doneBy({ by, now }: ListHand): Pick<ChecklistRow, 'doneAt' | 'doneBy'> {
  return { doneAt: now, ...(by === undefined ? {} : { doneBy: by }) }
}
