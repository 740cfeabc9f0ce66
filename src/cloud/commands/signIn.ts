import type { PersonId } from '@domain/shared/ids'
import { MINUTE_MS } from '@domain/shared/instant'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { demoPeople } from '../demo/demoPeople'
import type { Caller, OpenHandler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { viewPerson } from '../queries/whoAmI'
import { isPassword } from '../store/passwords'
import {
  addResidentOfWechat,
  clearFailures,
  countFailure,
  findAccount,
  findPersonByOpenid,
} from '../store/peopleStore'

type Request = RequestOf<Operations['signIn']>

/** 等保: five failures lock an account for a quarter of an hour. */
const FAILURES_MAX = 5
const LOCK_MS = 15 * MINUTE_MS

export const signIn: OpenHandler<'signIn'> = async (context, caller, request) => {
  const personId = await identify(context, caller, request)
  if (isRefusal(personId)) return personId
  const { token, expiresAt, actor } = await context.sessions.begin(personId, context.now())
  return { token, expiresAt: isoTime(expiresAt), person: viewPerson(context, actor) }
}

function identify(
  context: Context,
  caller: Caller,
  request: Request,
): Promise<PersonId | Refusal<ProblemCode>> {
  switch (request.method) {
    case 'demo':
      return identifyDemo(context, request.user)
    case 'wechat':
      return identifyByWechat(context, caller, request.code)
    case 'password':
      return identifyByPassword(context, request.account, request.password)
  }
}

async function identifyDemo(
  context: Context,
  user: Parameters<typeof demoAccount>[1],
): Promise<PersonId | Refusal<ProblemCode>> {
  if (!context.settings.demo) return refuse('access.demo-disabled')
  const row = await findAccount(context.database, context.countyId, demoAccount(context, user))
  return row?.person_id ?? refuse('access.demo-disabled')
}

function demoAccount(context: Context, user: keyof ReturnType<typeof demoPeople>): string {
  return demoPeople(context.countyId)[user]
}

/** The cloud function is told who calls by WeChat itself; everywhere else the code is exchanged. */
async function identifyByWechat(
  context: Context,
  caller: Caller,
  code: string,
): Promise<PersonId | Refusal<ProblemCode>> {
  const exchanged = caller.wechatOpenid
    ? { openid: caller.wechatOpenid }
    : await context.wechat.exchangeCode(code)
  if (isRefusal(exchanged)) return exchanged as Refusal<ProblemCode>
  const { database, countyId } = context
  const known = await findPersonByOpenid(database, countyId, exchanged.openid)
  if (known) return known
  const ids = { personId: context.newId(), postId: context.newId() }
  await addResidentOfWechat(database, countyId, exchanged.openid, ids)
  return (
    (await findPersonByOpenid(database, countyId, exchanged.openid)) ??
    refuse('access.wechat-blocked')
  )
}

async function identifyByPassword(
  context: Context,
  account: string,
  password: string,
): Promise<PersonId | Refusal<ProblemCode>> {
  const { database, countyId } = context
  const now = context.now()
  const row = await findAccount(database, countyId, account)
  if (row?.locked_until && row.locked_until > now)
    return refuse('access.locked', { until: isoTime(row.locked_until) })
  const right = await isPassword(password, row?.password_hash ?? null)
  if (!row) return refuse('access.wrong-password')
  if (!right) {
    await countFailure(database, countyId, row.person_id, {
      after: FAILURES_MAX,
      now,
      until: now + LOCK_MS,
    })
    return refuse('access.wrong-password')
  }
  await clearFailures(database, countyId, row.person_id)
  return row.person_id
}
