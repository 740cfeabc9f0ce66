import type { Actor } from '@domain/access/actor'
import { findPasswordFault } from '@domain/access/passwordRule'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Caller, Handler } from '../handler'
import { recentHashes } from '../store/passwordHistory'
import { hashPassword, isPassword } from '../store/passwords'
import { findAccount, type AccountRow } from '../store/peopleStore'
import { writePassword } from '../store/writePassword'
import { attemptsAt, checkPassword, hasConsolePost } from './checkPassword'
import { findManaged, managesAccounts } from './findManaged'

type Request = RequestOf<Operations['setPassword']>

/** One's own with the old one; another's by whoever manages them. Every other session of the account ends. */
export const setPassword: Handler<'setPassword'> = async (context, actor, request, caller = {}) => {
  const person = await findChangeable(context, actor, { request, caller })
  if (isRefusal(person)) return person
  if (!hasConsolePost(person)) return refuse('password.no-console-post')
  const why = findPasswordFault(person.account, request.password)
  if (why) return refuse('password.too-weak', { why })
  if (await wasUsedBefore(context, person, request.password)) return refuse('password.used-before')
  const passwordHash = await context.hashing(() => hashPassword(request.password))
  if (isRefusal(passwordHash)) return passwordHash
  const exceptToken = person.person_id === actor.personId ? caller.token : undefined
  const endedSessions = await writePassword(context.database, context.countyId, {
    personId: person.person_id,
    subject: attemptsAt(person.account),
    passwordHash,
    now: context.now(),
    exceptToken,
    told: auditOf(context, actor, { act: 'password.set', subject: person.account, caller }),
  })
  context.sessions.forget(person.person_id)
  return { account: person.account, endedSessions }
}

/** One after the other: each takes a processor for a fifth of a second. */
async function wasUsedBefore(
  { database, countyId, hashing }: Context,
  { person_id: personId, password_hash: now }: AccountRow,
  password: string,
): Promise<boolean> {
  const before = await recentHashes(database, countyId, personId)
  for (const hash of new Set([...(now === null ? [] : [now]), ...before]))
    if ((await hashing(() => isPassword(password, hash))) === true) return true
  return false
}

type Asked = { readonly request: Request; readonly caller: Caller }

/** Managing others gives nobody their own password without the old one: a console left open is not its owner. */
async function findChangeable(
  context: Context,
  actor: Actor,
  { request, caller }: Asked,
): Promise<AccountRow | Refusal<ProblemCode>> {
  const { account, oldPassword } = request
  const row = await findAccount(context.database, context.countyId, account)
  if (row?.person_id !== actor.personId) {
    const managed = await findManaged(context, actor, account, managesAccounts)
    if (isRefusal(managed)) return managed
    return managed.disabled_at === null ? managed : refuse('access.disabled')
  }
  if (oldPassword === undefined) return refuse('access.wrong-password')
  return checkPassword(context, caller, { account, password: oldPassword })
}
