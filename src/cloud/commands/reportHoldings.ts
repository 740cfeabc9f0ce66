import { holds } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { dropOlderPhones, keepHolding, type Held } from '../store/holdingStore'

/** A person with more phones than this has lost some of them. */
const PHONES_OF_ONE_PERSON_MAX = 5

/** 手机上还没送到的: the latest word of a phone takes the place of its earlier ones; the same word twice is one. */
export const reportHoldings: Handler<'reportHoldings'> = async (context, actor, request) => {
  if (!holds(actor, 'matter.report')) return refuse('access.not-permitted')
  const { deviceId, turn, oldestWaitsMs = 0, ...held } = request
  const { database, countyId } = context
  const { personId } = actor
  const now = context.now()
  const heardAt = await database.transaction(async (tx) => {
    const kept = await keepHolding(tx, {
      countyId,
      deviceId,
      personId,
      turn,
      heardAt: now,
      since: now - oldestWaitsMs,
      holds: isHolding(held),
      held,
    })
    await dropOlderPhones(tx, countyId, { personId, keep: PHONES_OF_ONE_PERSON_MAX })
    return kept
  })
  return heardAt === undefined ? refuse('command.id-reused') : { heardAt: isoTime(heardAt) }
}

function isHolding({ reports, actions, photos, voices, films, needsYou }: Held): boolean {
  return reports + actions + photos + voices + films + needsYou.length > 0
}
