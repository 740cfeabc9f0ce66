import type { Actor } from '@domain/access/actor'
import type { AuditAct } from '@domain/audit/auditActs'
import type { Context } from '../context'
import type { Caller } from '../handler'
import type { AuditEntry } from '../store/auditStore'

type Told = Pick<AuditEntry, 'matterId' | 'subject' | 'details'> & {
  readonly act: AuditAct
  readonly outcome?: AuditEntry['outcome']
  readonly caller?: Caller | undefined
}

/** An entry of what a signed-in person does, with the posts they hold at this moment. */
export function auditOf(
  context: Context,
  actor: Actor,
  { caller, outcome, ...told }: Told,
): AuditEntry {
  return {
    ...told,
    at: context.now(),
    outcome: outcome ?? 'done',
    personId: actor.personId,
    posts: actor.posts.map(({ role, areaCode }) => `${role}@${areaCode}`).join(' '),
    address: caller?.address,
  }
}
