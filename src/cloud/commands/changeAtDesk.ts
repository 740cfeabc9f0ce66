import type { Actor } from '@domain/access/actor'
import { mayRead } from '@domain/matter/mayRead'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { MatterView } from '@contract/views'
import type { Context } from '../context'
import { findMatter } from '../store/matterStore'
import { viewMatter } from '../queries/viewMatters'
import { changeMatter, type Locked } from './changeMatter'
import { inputHash } from './inputHash'
import { knownRefusal } from './knownRefusal'

type AtDesk = {
  readonly matterId: string
  readonly commandId: string
  /** As the history and the change feed name it. */
  readonly action: string
  readonly input: unknown
}

/** What the desk does with a matter without moving it on: one row of history, the same twice is one. */
export async function changeAtDesk(
  context: Context,
  actor: Actor,
  { matterId, commandId, action, input }: AtDesk,
  decide: (locked: Locked) => MatterEvent[] | Refusal,
): Promise<{ matter: MatterView } | Refusal<ProblemCode>> {
  const before = await findMatter(context.database, context.countyId, matterId)
  if (!before) return refuse('matter.not-found')
  if (!mayRead(actor, before, context.flows.of(before), context.now()))
    return refuse('access.outside-jurisdiction')
  const change = {
    matterId,
    commandId,
    action,
    inputHash: inputHash(action, actor.personId, input),
    actorId: actor.personId,
  }
  const answer: Matter | Refusal<ProblemCode> = await changeMatter(context, change, (locked) =>
    knownRefusal(decide(locked)),
  )
  return isRefusal(answer) ? answer : { matter: await viewMatter(context, actor, answer) }
}
