import { mayRead } from '@domain/matter/mayRead'
import { secretsOf } from '@domain/matter/secretsOf'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { wordsOf } from '../queries/drawFields'
import { findMatter } from '../store/matterStore'
import { auditOf } from '../audit/auditOf'

/** 查看保密信息: on record before it is answered, so that nobody reads it unseen. */
export const openSecret: Handler<'openSecret'> = async (
  context,
  actor,
  { matterId, field },
  caller,
) => {
  const { database, countyId } = context
  const matter = await findMatter(database, countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  const now = context.now()
  const flow = context.flows.of(matter)
  if (!mayRead(actor, matter, flow, now)) return refuse('access.outside-jurisdiction')
  const secret = secretsOf(actor, matter, flow, now).find((one) => one.field.name === field)
  const value = matter.fields?.[field]
  if (!secret || value === undefined) return refuse('secret.closed')
  if (actor.unproven) return refuse('factor.needed')
  const details = { field }
  await context.audit.write(
    auditOf(context, actor, { act: 'secret.opened', matterId, details, caller }),
  )
  return {
    words: wordsOf(context, secret.field, value, new Map()),
    ...(secret.until === undefined ? {} : { until: isoTime(secret.until) }),
  }
}
