import type { Actor } from '@domain/access/actor'
import { can } from '@domain/access/actor'
import { containsArea, townshipOf } from '@domain/area/areaCode'
import { decideMatter } from '@domain/flow/decideMatter'
import { getFlow } from '@domain/flows/allFlows'
import { mayRead } from '@domain/matter/mayRead'
import type { ActionInput, Matter, TaskOwner } from '@domain/matter/matter'
import type { TaskId } from '@domain/shared/ids'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findMatter } from '../store/matterStore'
import { findPeople } from '../store/peopleStore'
import { findActor } from '../store/sessions'
import { viewMatter } from '../queries/viewMatters'
import { changeMatter } from './changeMatter'
import { inputHash } from './inputHash'
import { knownRefusal } from './knownRefusal'

type Request = RequestOf<Operations['actOnMatter']>

/** Any action of any flow: the table says who may, what it demands and what follows. */
export const actOnMatter: Handler<'actOnMatter'> = async (context, actor, request) => {
  const before = await findMatter(context.database, context.countyId, request.matterId)
  if (!before) return refuse('matter.not-found')
  if (!mayRead(actor, before)) return refuse('access.outside-jurisdiction')
  const ownerRefusal = await refuseOwner(context, before, request.input.owner)
  if (ownerRefusal) return ownerRefusal
  const answer = await act(context, actor, request)
  return isRefusal(answer)
    ? await withClaimersName(context, answer)
    : { matter: await viewMatter(context, actor, answer) }
}

async function act(
  context: Context,
  actor: Actor,
  request: Request,
): Promise<Matter | Refusal<ProblemCode>> {
  const { matterId, commandId, action } = request
  const change = {
    matterId,
    commandId,
    action,
    inputHash: inputHash('actOnMatter', actor.personId, request),
    actorId: actor.personId,
  }
  return changeMatter(context, change, (matter, now) => {
    const kind = context.reference.findKind(matter.kind, matter.kindVersion)
    if (!kind) throw new Error(`Matter ${matter.id} has kind ${matter.kind}, which is gone`)
    const command = { action, input: inputOf(request.input), taskId: context.newId() as TaskId }
    const surroundings = { kind, calendar: context.calendar, now }
    return knownRefusal(decideMatter(getFlow(matter.flow), matter, command, actor, surroundings))
  })
}

/** The wire writes an absent field as undefined; the domain knows only fields that are there. */
function inputOf(input: Request['input']): ActionInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
}

/** 派给: a worker, a pool or a department of the matter's own township. */
async function refuseOwner(
  context: Context,
  matter: Matter,
  owner: TaskOwner | undefined,
): Promise<Refusal<ProblemCode> | undefined> {
  if (!owner) return undefined
  return (await isOwner(context, townshipOf(matter.areaCode), owner))
    ? undefined
    : refuse('matter.unknown-owner', { owner })
}

async function isOwner(context: Context, township: string, owner: TaskOwner): Promise<boolean> {
  switch (owner.kind) {
    case 'area':
      return containsArea(township, owner.areaCode) && isKnownArea(context, owner.areaCode)
    case 'department': {
      const department = context.reference.findDepartment(owner.departmentCode)
      return department !== undefined && containsArea(department.areaCode, township)
    }
    case 'person': {
      const person = await findActor(context.database, context.countyId, owner.personId)
      return (
        person !== undefined &&
        person.posts.some((post) => worksIn(person, township, post.areaCode))
      )
    }
  }
}

function worksIn(person: Actor, township: string, areaCode: string): boolean {
  return containsArea(township, areaCode) && can(person, 'task.claim', areaCode)
}

function isKnownArea(context: Context, code: string): boolean {
  return (
    context.reference.findArea(code) !== undefined || context.reference.findGrid(code) !== undefined
  )
}

/** Whoever came second is told by name who was first. */
export async function withClaimersName(
  context: Context,
  refusal: Refusal<ProblemCode>,
): Promise<Refusal<ProblemCode>> {
  const claimedBy = refusal.details?.claimedBy
  if (refusal.refused !== 'task.already-claimed' || typeof claimedBy !== 'string') return refusal
  const people = await findPeople(context.database, context.countyId, [claimedBy])
  return refuse(refusal.refused, { ...refusal.details, claimedByName: people.get(claimedBy)?.name })
}
