import type { Actor } from '../access/actor'
import type { Kind } from '../kind/kind'
import type { Matter } from '../matter/matter'
import { getStatus, meetsCondition } from './decideMatter'
import type { ActionRow, FlowTable, FormField } from './flowTable'
import { formFor } from './formFor'
import { isPermitted } from './relation'

export type AvailableAction = {
  readonly action: string
  readonly title: string
  readonly primary: boolean
  readonly form: readonly FormField[]
}

/** What this actor may do with the matter now: the buttons of phone and console, in the table's order. */
export function availableActions(
  flow: FlowTable,
  matter: Matter,
  kind: Kind,
  actor: Actor,
): AvailableAction[] {
  return Object.entries(getStatus(flow, matter.status).actions)
    .filter(([, row]) => meetsCondition(row, matter, kind) && isPermitted(row, matter, actor))
    .map(([action, row]) => describe(action, row, matter))
}

function describe(action: string, row: ActionRow, matter: Matter): AvailableAction {
  const form = formFor(row, matter)
  return { action, title: row.title, primary: row.primary === true, form }
}
