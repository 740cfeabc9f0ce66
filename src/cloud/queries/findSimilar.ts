import type { Actor } from '@domain/access/actor'
import { isSensitive } from '@domain/kind/kind'
import type { Matter } from '@domain/matter/matter'
import { mayRead, worksOn } from '@domain/matter/mayRead'
import type { Place } from '@domain/place/place'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import { HOUR_MS } from '@domain/shared/instant'
import { mayAlsoSee, SAME_HOURS_MAX, SAME_METRES_MAX } from '@domain/flow/alsoSeen'
import { getStatus } from '@domain/flow/getStatus'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { metresBetween } from '../reference/metresBetween'
import { findEarlierOf, findMatter, findOpenOfKind } from '../store/matterStore'
import { isoTime } from './isoTime'

type Request = RequestOf<Operations['findSimilar']>

const SHOWN_MAX = 5

type Asked = {
  readonly kind: string
  readonly place: Place
  readonly matterId?: string
  readonly at: number
}

/**
 * 疑似重复. Whoever may not read a matter learns that it is there, where and how far it has come, and no more; of one that
 * is sensitive, or that its flow keeps to a few, not even that.
 */
export const findSimilar: Handler<'findSimilar'> = async (context, actor, request) => {
  const asked = await findAsked(context, actor, request)
  if (isRefusal(asked)) return asked
  const earlier = await findEarlier(context, actor, request)
  if (!asked) return { items: [], earlier }
  const { database, countyId } = context
  const since = {
    kind: asked.kind,
    from: asked.at - SAME_HOURS_MAX * HOUR_MS,
    to: asked.at + SAME_HOURS_MAX * HOUR_MS,
  }
  const near = (await findOpenOfKind(database, countyId, since))
    .filter(({ id }) => id !== asked.matterId)
    .filter((matter) => mayKnowOf(context, actor, matter))
    .flatMap((matter) =>
      matter.place ? [{ matter, metres: metresBetween(asked.place, matter.place) }] : [],
    )
    .filter(({ metres }) => metres <= SAME_METRES_MAX)
    .sort((one, other) => one.metres - other.metres)
  return { items: near.slice(0, SHOWN_MAX).map((one) => draw(context, actor, one)), earlier }
}

async function findAsked(
  context: Context,
  actor: Actor,
  { matterId, kind, place }: Request,
): Promise<Asked | undefined | Refusal<ProblemCode>> {
  const now = context.now()
  if (!matterId) return kind && place ? { kind, place, at: now } : undefined
  const matter = await findMatter(context.database, context.countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  if (!mayRead(actor, matter, context.flows.of(matter), now))
    return refuse('access.outside-jurisdiction')
  return matter.place && { kind: matter.kind, place: matter.place, matterId, at: matter.receivedAt }
}

function mayKnowOf(context: Context, actor: Actor, matter: Matter): boolean {
  const flow = context.flows.of(matter)
  if (flow.keptTo === undefined && !isSensitive(matter.sensitivity)) return true
  return mayRead(actor, matter, flow, context.now())
}

/** A petition that was answered once is told from a new one by who brings it. */
async function findEarlier(context: Context, actor: Actor, { matterId }: Request) {
  const { database, countyId, flows, now } = context
  const matter = matterId && (await findMatter(database, countyId, matterId))
  if (!matter || !worksOn(actor, matter, flows.of(matter), now())) return []
  const before = await findEarlierOf(database, countyId, matter, SHOWN_MAX)
  return before
    .filter((one) => mayRead(actor, one, flows.of(one), now()))
    .map((one) => ({
      matterId: one.id,
      number: one.number,
      statusTitle: getStatus(flows.of(one), one.status).title,
      receivedAt: isoTime(one.receivedAt),
    }))
}

function draw(
  context: Context,
  actor: Actor,
  { matter, metres }: { matter: Matter; metres: number },
) {
  const flow = context.flows.of(matter)
  const readable = mayRead(actor, matter, flow, context.now())
  return {
    ...(readable ? { matterId: matter.id } : {}),
    ...(mayAlsoSee(flow, matter) ? { joinable: matter.id } : {}),
    number: readable ? matter.number : '',
    statusTitle: getStatus(flow, matter.status).title,
    receivedAt: isoTime(matter.receivedAt),
    metres: Math.round(metres),
    areaName: context.reference.areaName(matter.areaCode),
    areaCode: matter.areaCode,
  }
}
