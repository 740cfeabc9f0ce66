import type { Actor } from '@domain/access/actor'
import { can } from '@domain/access/actor'
import { containsArea, townshipOf } from '@domain/area/areaCode'
import { decideMatter } from '@domain/flow/decideMatter'
import { ownsTask } from '@domain/flow/relation'
import { getFlow } from '@domain/flows/allFlows'
import { mayRead } from '@domain/matter/mayRead'
import type { ActionInput, Matter, TaskOwner } from '@domain/matter/matter'
import type { TaskId } from '@domain/shared/ids'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import type { MatterView } from '@contract/views'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findCommand, findMatter } from '../store/matterStore'
import { findPeople } from '../store/peopleStore'
import { findActor } from '../store/sessions'
import { viewMatter } from '../queries/viewMatters'
import { changeMatter, repeatedAnswer } from './changeMatter'
import { inputHash } from './inputHash'
import { knownRefusal } from './knownRefusal'

type Request = RequestOf<Operations['actOnMatter']>

/** Any action of any flow: the table says who may, what it demands and what follows. */
export const actOnMatter: Handler<'actOnMatter'> = async (context, actor, request) => {
  const repeated = await findRepeated(context, actor, request)
  if (repeated) return repeated
  const before = await findMatter(context.database, context.countyId, request.matterId)
  if (!before) return refuse('matter.not-found')
  if (!mayRead(actor, before) && !wasOffered(actor, before))
    return refuse('access.outside-jurisdiction')
  const ownerRefusal = await refuseOwner(context, before, request.input.owner)
  if (ownerRefusal) return ownerRefusal
  const answer = await act(context, actor, request)
  return isRefusal(answer)
    ? await withClaimersName(context, answer)
    : { matter: await viewMatter(context, actor, answer) }
}

/**
 * The same again gets the same answer, before anything else is asked: whoever handed a matter back may no longer see
 * it, and their phone must still be told that the step was done.
 */
async function findRepeated(
  context: Context,
  actor: Actor,
  request: Request,
): Promise<{ matter: MatterView } | Refusal<ProblemCode> | undefined> {
  const { database, countyId } = context
  const before = await findCommand(database, countyId, request.commandId)
  if (!before) return undefined
  const matter = await repeatedAnswer(database, countyId, before, hashOf(actor, request))
  return isRefusal(matter) ? matter : { matter: await viewMatter(context, actor, matter) }
}

/** Somebody of the pool who comes second sees the matter no longer, and is still told who was first. */
function wasOffered(actor: Actor, { task }: Matter): boolean {
  return task !== undefined && ownsTask(actor, task.owner)
}

function hashOf(actor: Actor, request: Request): Buffer {
  return inputHash('actOnMatter', actor.personId, request)
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
    inputHash: hashOf(actor, request),
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

/** The wire writes an absent field as undefined, and a photo twice; the domain knows only what is there, once. */
function inputOf(input: Request['input']): ActionInput {
  const there = Object.entries(input).filter(([, value]) => value !== undefined)
  const photos = input.photos ? { photos: [...new Set(input.photos)] } : {}
  return { ...Object.fromEntries(there), ...photos }
}

/** 派给: a worker, a pool or a department of the matter's own township. */
async function refuseOwner(
  context: Context,
  matter: Matter,
  owner: TaskOwner | undefined,
): Promise<Refusal<ProblemCode> | undefined> {
  if (!owner) return undefined
  if (matter.sensitivity === 'S3' && owner.kind === 'area') return refuse('matter.owner-too-wide')
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
