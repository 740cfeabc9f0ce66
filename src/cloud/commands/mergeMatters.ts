import type { Actor } from '@domain/access/actor'
import { decideUndoMerge } from '@domain/desk/decideDesk'
import { decideJoinNow, holdMerge } from '@domain/desk/decideMerge'
import { mayRead } from '@domain/matter/mayRead'
import type { Matter } from '@domain/matter/matter'
import type { MatterId } from '@domain/shared/ids'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import { problems, type ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { findMatter } from '../store/matterStore'
import { changeMatter, type Decide } from './changeMatter'
import { gatherSurroundings } from './gatherSurroundings'
import { inputHash } from './inputHash'
import { refuseJoining } from './joinInto'
import { knownRefusal } from './knownRefusal'
import { systemCommandId } from './systemCommandId'

/** 并案, several at once: each is held for a minute, and joined when nobody has undone it. One that cannot be says so. */
export const mergeMatters: Handler<'mergeMatters'> = async (context, actor, request) => {
  const { commandId, into, matterIds } = request
  if (!(await findReadable(context, actor, into))) return refuse('matter.not-found')
  const answers = await oneByOne(matterIds, (matterId) => {
    const change = { commandId, matterId, action: 'mergeHeld', alsoLocks: into }
    return changeOne(context, actor, change, decideHolding(context, actor))
  })
  return {
    held: answers.flatMap(({ matterId, answer }) =>
      isRefusal(answer) || !answer.merging
        ? []
        : [{ matterId, until: isoTime(answer.merging.until) }],
    ),
    notDone: notDoneOf(answers),
  }
}

/** 撤销并案: a row more in each history, and everything stands as before; nobody had been told. */
export const undoMerge: Handler<'undoMerge'> = async (context, actor, request) => {
  const { commandId, matterIds } = request
  const answers = await oneByOne([...new Set(matterIds)], (matterId) =>
    changeOne(context, actor, { commandId, matterId, action: 'mergeUndone' }, ({ matter, now }) =>
      knownRefusal(decideUndoMerge(matter, actor, now)),
    ),
  )
  return {
    undone: answers.flatMap(({ matterId, answer }) => (isRefusal(answer) ? [] : [matterId])),
    notDone: notDoneOf(answers),
  }
}

type Answer = { readonly matterId: MatterId; readonly answer: Matter | Refusal<ProblemCode> }

/** Each locks two matters: side by side they would only wait for each other. */
async function oneByOne(
  matterIds: readonly MatterId[],
  change: (matterId: MatterId) => Promise<Matter | Refusal<ProblemCode>>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const matterId of matterIds) answers.push({ matterId, answer: await change(matterId) })
  return answers
}

type One = {
  readonly commandId: string
  readonly matterId: MatterId
  readonly action: string
  readonly alsoLocks?: MatterId
}

async function changeOne(
  context: Context,
  actor: Actor,
  { commandId, matterId, action, alsoLocks }: One,
  decide: Decide,
): Promise<Matter | Refusal<ProblemCode>> {
  if (!(await findReadable(context, actor, matterId))) return refuse('matter.not-found')
  const change = {
    matterId,
    commandId: systemCommandId(action, commandId, matterId),
    action,
    inputHash: inputHash(action, actor.personId, { matterId, into: alsoLocks }),
    actorId: actor.personId,
    alsoLocks,
  }
  return changeMatter(context, change, decide)
}

function decideHolding(context: Context, actor: Actor): Decide {
  return async (locked) => {
    const { matter, flow, now, tx, also } = locked
    if (!also) return refuse('matter.cannot-join')
    const surroundings = await gatherSurroundings(context, tx, { flow, matter, now })
    const decided = knownRefusal(decideJoinNow(flow, matter, also, actor, surroundings))
    if (isRefusal(decided)) return decided
    return (
      refuseJoining(actor, locked, decided) ??
      knownRefusal(holdMerge(also, decided, actor, surroundings))
    )
  }
}

async function findReadable(
  { database, countyId, flows, now }: Context,
  actor: Actor,
  matterId: string,
): Promise<Matter | undefined> {
  const matter = await findMatter(database, countyId, matterId)
  return matter && mayRead(actor, matter, flows.of(matter), now()) ? matter : undefined
}

function notDoneOf(answers: readonly Answer[]) {
  return answers.flatMap(({ matterId, answer }) =>
    isRefusal(answer)
      ? [{ matterId, code: answer.refused, title: problems[answer.refused].title }]
      : [],
  )
}
