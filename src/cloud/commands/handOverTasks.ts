import type { Actor } from '@domain/access/actor'
import { townshipOf } from '@domain/area/areaCode'
import type { FlowTable } from '@domain/flow/flowTable'
import { getStatus } from '@domain/flow/getStatus'
import type { Matter, MatterTask, TaskOwner } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { PersonId } from '@domain/shared/ids'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findMatter } from '../store/matterStore'
import { findTasksInHand, type TaskInHand } from '../store/peopleStore'
import { changeMatter } from './changeMatter'
import { findManaged } from './findManaged'
import { inputHash } from './inputHash'
import { isOwner } from './refuseNamed'
import { systemCommandId } from './systemCommandId'

/** Done in one call: so many transactions, one after the other, end well within a request's time. */
const TASKS_MAX = 100

/** 交接: whoever leaves hands over what is open; each matter keeps its history and its deadline. */
export const handOverTasks: Handler<'handOverTasks'> = async (context, actor, request) => {
  const person = await findManaged(context, actor, request.account)
  if (isRefusal(person)) return person
  const from = person.person_id
  const { owner, commandId } = request
  const { database, countyId } = context
  const { count, tasks } = await findTasksInHand(database, countyId, {
    personId: from,
    limit: TASKS_MAX,
  })
  const moved: TaskInHand[] = []
  for (const task of tasks)
    if (await handOver(context, actor, { commandId, from, owner, matterId: task.matter_id }))
      moved.push(task)
  if (moved.length === 0 && count > 0) return refuse('matter.unknown-owner', { owner })
  return {
    moved: moved.map(({ matter_id: matterId, number }) => ({ matterId, number })),
    left: count - moved.length,
  }
}

type HandOver = {
  readonly commandId: string
  readonly from: PersonId
  readonly owner: TaskOwner
  readonly matterId: string
}

/** False when the new owner does not serve where that matter lies: it stays, and is counted among those left. */
async function handOver(
  context: Context,
  actor: Actor,
  { commandId, from, owner, matterId }: HandOver,
): Promise<boolean> {
  // Asked before the transaction: the embedded database has one connection, which that one holds.
  if (!(await servesThere(context, matterId, owner))) return false
  const change = {
    matterId,
    commandId: systemCommandId('hand-over', commandId, matterId),
    inputHash: inputHash('handOverTasks', actor.personId, { commandId, from, owner }),
    action: 'handOver',
    actorId: actor.personId,
  }
  const answer = await changeMatter(context, change, ({ flow, matter, now }) => {
    if (isTooWide(flow, matter, owner) || !canBeTaken(flow, matter, owner))
      return refuse('matter.unknown-owner')
    const events = tasksOf(matter, from).map((task): MatterEvent => ({
      type: 'TaskHandedOver',
      task: handedTo(task, owner, now),
      from,
      by: actor.personId,
      at: now,
    }))
    return events.length > 0 ? events : refuse('task.not-found')
  })
  return !isRefusal(answer)
}

async function servesThere(context: Context, matterId: string, owner: TaskOwner): Promise<boolean> {
  const matter = await findMatter(context.database, context.countyId, matterId)
  return matter !== undefined && isOwner(context, townshipOf(matter.areaCode), owner)
}

/** What a form would not have given to a pool is not handed to one either. */
function isTooWide(flow: FlowTable, { sensitivity }: Matter, { kind }: TaskOwner): boolean {
  const forms = Object.values(flow.statuses).flatMap(({ actions }) => Object.values(actions))
  const kinds = forms.flatMap(({ form }) => form.flatMap(({ ownerKinds }) => ownerKinds ?? []))
  return (sensitivity === 'S3' && kind === 'area') || (kinds.length > 0 && !kinds.includes(kind))
}

/** A task that is under way goes to several only where one of them can claim it; else it would wait for nobody. */
function canBeTaken(flow: FlowTable, matter: Matter, owner: TaskOwner): boolean {
  const actions = Object.values(getStatus(flow, matter.status).actions)
  return owner.kind === 'person' || actions.some(({ task }) => task === 'claim')
}

function tasksOf({ task, called }: Matter, personId: PersonId): MatterTask[] {
  return [...(task ? [task] : []), ...(called ?? [])].filter(
    ({ state, claimedBy, owner }) =>
      (state === 'claimed' && claimedBy === personId) ||
      (state === 'open' && owner.kind === 'person' && owner.personId === personId),
  )
}

/** To a person at once; a pool or department has to claim it. The task keeps its id, so that lists move it. */
function handedTo(task: MatterTask, owner: TaskOwner, now: number): MatterTask {
  const { claimedBy: _by, claimedAt: _at, ...rest } = task
  if (owner.kind !== 'person' || task.state === 'open') return { ...rest, owner, state: 'open' }
  return { ...rest, owner, state: 'claimed', claimedBy: owner.personId, claimedAt: now }
}
