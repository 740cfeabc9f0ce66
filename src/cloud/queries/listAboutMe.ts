import type { Actor } from '@domain/access/actor'
import { mayRead } from '@domain/matter/mayRead'
import { isRefusal, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import type { MatterView } from '@contract/views'
import type { Context } from '../context'
import { searchAbout } from '../store/aboutLists'
import { cutPage, keyTime, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'
import { viewMatters } from './viewMatters'

/** 跟我有关的: what names the asker as the one it is about, newest first. */
export async function listAboutMe(
  context: Context,
  actor: Actor,
  request: RequestOf<Operations['listMatters']>,
): Promise<{ items: MatterView[]; next: string | null } | Refusal<ProblemCode>> {
  const after = readPageKey(request.after)
  if (isRefusal(after)) return after
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const rows = await searchAbout(context.database, context.countyId, {
    personId: actor.personId,
    after: after && { at: keyTime(after.at), id: after.id },
    limit: limit + 1,
  })
  const { items, next } = cutPage(rows, limit, ({ receivedAt, id }) => ({ at: receivedAt, id }))
  const now = context.now()
  const readable = items.filter((one) => mayRead(actor, one, context.flows.of(one), now))
  return { items: await viewMatters(context, actor, readable), next }
}
