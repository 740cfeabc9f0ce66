import type { PersonId } from '@domain/shared/ids'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { CONSENT_VERSION } from '@contract/api/myData'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { demoPeople } from '../demo/demoPeople'
import type { Caller, OpenHandler } from '../handler'
import {
  addResidentOfWechat,
  findAccount,
  findPersonByOpenid,
  type WechatPerson,
} from '../store/peopleStore'
import { beginSession } from './beginSession'
import { identifyBySignOn } from './signOn'
import { checkPassword } from './checkPassword'

type Request = RequestOf<Operations['signIn']>

export const signIn: OpenHandler<'signIn'> = async (context, caller, request) => {
  const personId = await identify(context, caller, request)
  if (!isRefusal(personId)) return beginSession(context, personId, { caller, how: request.method })
  await tellRefused(context, caller, request, personId)
  return personId
}

/** A name that nobody has is not kept: it may be a password that slipped into the wrong field. */
async function tellRefused(
  context: Context,
  { address }: Caller,
  request: Request,
  { refused }: Refusal<ProblemCode>,
): Promise<void> {
  if (request.method === 'demo' || refused === 'server.busy') return
  const { database, countyId, now } = context
  const known =
    request.method === 'password' && (await findAccount(database, countyId, request.account))
  await context.audit.write({
    at: now(),
    act: 'session.refused',
    outcome: 'refused',
    address,
    subject: known ? known.account : '',
    details: { how: request.method, why: refused },
  })
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
      return identifyByPassword(context, caller, request)
    case 'signOn':
      return identifyBySignOn(context, request)
  }
}

async function identifyDemo(
  context: Context,
  user: Parameters<typeof demoAccount>[1],
): Promise<PersonId | Refusal<ProblemCode>> {
  if (!context.settings.demo) return refuse('access.demo-disabled')
  const row = await findAccount(context.database, context.countyId, demoAccount(context, user))
  return row ? openTo(row) : refuse('access.demo-disabled')
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
  if (known) return openTo(known)
  await addResidentOfWechat(database, countyId, exchanged.openid, {
    personId: context.newId(),
    postId: context.newId(),
    consentVersion: CONSENT_VERSION,
    now: context.now(),
  })
  const added = await findPersonByOpenid(database, countyId, exchanged.openid)
  if (!added) throw new Error('A resident who was just added has no row')
  return openTo(added)
}

function openTo(person: WechatPerson): PersonId | Refusal<ProblemCode> {
  return person.disabled_at === null ? person.person_id : refuse('access.disabled')
}

async function identifyByPassword(
  context: Context,
  caller: Caller,
  attempt: { account: string; password: string },
): Promise<PersonId | Refusal<ProblemCode>> {
  const row = await checkPassword(context, caller, attempt)
  return isRefusal(row) ? row : row.person_id
}
