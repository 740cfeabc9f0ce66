import type { Actor } from '../access/actor'
import type { FormField } from '../form/formField'
import type { Matter } from '../matter/matter'
import type { Instant } from '../shared/instant'
import type { Around } from './condition'
import { isOffered } from './decideMatter'
import type { ActionRow, FlowTable } from './flowTable'
import { formFor } from './formFor'
import { getStatus } from './getStatus'
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
  actor: Actor,
  around: Around & { readonly now: Instant },
): AvailableAction[] {
  return Object.entries(getStatus(flow, matter.status).actions)
    .filter(
      ([action, row]) =>
        !row.unlisted &&
        isOffered(row, action, matter, around) &&
        isPermitted(row, matter, actor, around.now),
    )
    .map(([action, row]) => describe(action, row, matter))
}

function describe(action: string, row: ActionRow, matter: Matter): AvailableAction {
  const form = formFor(row, matter)
  return { action, title: row.title, primary: row.primary === true, form }
}
