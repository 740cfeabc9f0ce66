import type { ActionRow, FlowTable } from '@domain/flow/flowTable'
import type { Relation } from '@domain/flow/relation'
import { allFlows, findFlow } from '@domain/flows/allFlows'
import type { FormField } from '@domain/form/formField'
import type { MatterView } from '@contract/views'
import type { QueueItem } from '../queue/queueItem'
import { findKind } from './kinds'
import { holdsPermission, signedInPerson, useSession } from './session'

export type OfflineAction = {
  readonly action: string
  readonly title: string
  readonly primary: boolean
  readonly form: readonly FormField[]
}

/**
 * One's own next steps by the flow's table, for whoever has no signal to ask. Only what hangs on who one is to the
 * matter; the server decides when it arrives. A claim that still waits is taken as it is hoped for.
 */
export function offlineActions(
  matter: MatterView,
  queued: readonly QueueItem[] = [],
): OfflineAction[] {
  const flow = findFlow(allFlows, matter.flow)
  if (!flow) return []
  const waiting = queued.filter(
    ({ matterId, step, trouble }) => matterId === matter.matterId && step === 'command' && !trouble,
  )
  const claimed = claimedStatus(flow, matter, waiting)
  const relations = relationsTo(matter, claimed !== undefined)
  return Object.entries(flow.statuses[claimed ?? matter.status]?.actions ?? {})
    .filter(([action, row]) => isOpen(row, matter, relations) && !isGiven(waiting, action))
    .map(([action, { title, primary, form }]) => ({
      action,
      title,
      primary: primary === true,
      form,
    }))
}

/** Where the matter stands once the claim that waits has gone through. */
function claimedStatus(
  { statuses }: FlowTable,
  { status }: MatterView,
  waiting: readonly QueueItem[],
) {
  const rows = Object.entries(statuses[status]?.actions ?? {})
  return rows.find(([action, row]) => row.task === 'claim' && isGiven(waiting, action))?.[1].to
}

function isGiven(waiting: readonly QueueItem[], action: string): boolean {
  return waiting.some(({ body }) => body.action === action)
}

function relationsTo({ task, reporter }: MatterView, claimed: boolean): ReadonlySet<Relation> {
  const me = signedInPerson()
  const has = claimed || (me !== undefined && task?.claimedBy?.personId === me)
  return new Set<Relation>([
    ...(has ? (['assignee'] as const) : []),
    ...(task?.state === 'open' && !claimed ? (['taskOwner'] as const) : []),
    ...(me !== undefined && reporter.personId === me ? (['reporter'] as const) : []),
  ])
}

/** A condition that only the server can look at is left to the server. */
function isOpen(
  { relation, unlisted, automatic, permission, when = [] }: ActionRow,
  matter: MatterView,
  relations: ReadonlySet<Relation>,
): boolean {
  if (unlisted || automatic || relation === undefined || !relations.has(relation)) return false
  if (!holdsPermission(useSession.getState().person, permission)) return false
  return when.every((word) => word === 'kind.selfClose' && findKind(matter.kind.code)?.selfClose)
}
