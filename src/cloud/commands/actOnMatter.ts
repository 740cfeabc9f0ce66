import type { Actor } from '@domain/access/actor'
import { decideMatter } from '@domain/flow/decideMatter'
import { ownsTask } from '@domain/flow/relation'
import { textOf } from '@domain/form/formField'
import { mayRead } from '@domain/matter/mayRead'
import type { ActionInput, Matter } from '@domain/matter/matter'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import type { MatterView } from '@contract/views'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findCommand, findMatter } from '../store/matterStore'
import { viewMatter } from '../queries/viewMatters'
import { beginChild } from './beginChild'
import { changeMatter, repeatedAnswer, type Decide } from './changeMatter'
import { gatherSurroundings, numberOfChild } from './gatherSurroundings'
import { inputHash } from './inputHash'
import { joinInto, refuseJoining } from './joinInto'
import { knownRefusal } from './knownRefusal'
import { moveLedger } from './moveLedger'
import { refuseNamed } from './refuseNamed'
import { withTakersName } from './takeMatter'
import { withWhoWasFirst } from './withWhoWasFirst'

type Request = RequestOf<Operations['actOnMatter']>

/** Any action of any flow: the table says who may, what it demands and what follows. */
export const actOnMatter: Handler<'actOnMatter'> = async (context, actor, request) => {
  const repeated = await findRepeated(context, actor, request)
  if (repeated) return repeated
  const before = await findMatter(context.database, context.countyId, request.matterId)
  if (!before) return refuse('matter.not-found')
  const flow = context.flows.of(before)
  if (!mayRead(actor, before, flow, context.now()) && !wasOffered(actor, before))
    return refuse('access.outside-jurisdiction')
  const form = flow.statuses[before.status]?.actions[request.action]?.form ?? []
  const refusal = await refuseNamed(context, { ...before, form }, request.input)
  if (refusal) return refusal
  const childNumber = await numberOfChild(context, flow, request.action)
  const answer = await act(context, actor, request, childNumber)
  return isRefusal(answer)
    ? await withWhoWasFirst(context, actor, before, await withTakersName(context, answer))
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
  childNumber: string | undefined,
): Promise<Matter | Refusal<ProblemCode>> {
  const { matterId, commandId, action } = request
  const input = inputOf(request.input)
  const change = {
    matterId,
    commandId,
    action,
    inputHash: hashOf(actor, request),
    actorId: actor.personId,
    alsoLocks: textOf(input, 'into'),
  }
  return changeMatter(
    context,
    change,
    decideAct(context, actor, request, { input, childNumber }),
    async (locked, after, events) => {
      await beginChild(context, locked, { actor, commandId, after, events })
      await joinInto(context, locked, after, change)
      await moveLedger(context, locked, after, events)
    },
  )
}

function decideAct(
  context: Context,
  actor: Actor,
  request: Request,
  { input, childNumber }: { input: ActionInput; childNumber: string | undefined },
): Decide {
  const { action, seenVersion } = request
  return async (locked) => {
    const { flow, matter, now, tx } = locked
    const act = { action, input, actor, childNumber }
    const surroundings = await gatherSurroundings(context, tx, { flow, matter, now, act })
    const command = { action, input, ...(seenVersion === undefined ? {} : { seenVersion }) }
    const events = knownRefusal(decideMatter(flow, matter, command, actor, surroundings))
    return isRefusal(events) ? events : (refuseJoining(actor, locked, events) ?? events)
  }
}

/** The wire writes an absent field as undefined, and a photo twice; the domain knows only what is there, once. */
function inputOf(input: Request['input']): ActionInput {
  const there = Object.entries(input).filter(([, value]) => value !== undefined)
  const photos = input.photos ? { photos: [...new Set(input.photos)] } : {}
  return { ...Object.fromEntries(there), ...photos }
}
