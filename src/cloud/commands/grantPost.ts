import { can, type Actor } from '@domain/access/actor'
import { findPostConflict } from '@domain/access/apart'
import { areaLevel, containsArea, type AreaLevel } from '@domain/area/areaCode'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { roleLevels } from '../import/tables'
import { viewAccount } from '../queries/listAccounts'
import {
  closePost,
  getAccountLine,
  insertPost,
  lockPosts,
  type HeldPost,
} from '../store/accountStore'
import { writeAudit } from '../store/auditStore'
import { findAccount, type AccountRow } from '../store/peopleStore'

type Request = RequestOf<Operations['grantPost']>

/** 授予岗位: never one's own, and of the three administrators' nobody two. Held already, it stays as it is. */
export const grantPost: Handler<'grantPost'> = async (context, actor, request, caller) => {
  const person = await findOther(context, actor, request)
  if (isRefusal(person)) return person
  if (person.disabled_at !== null) return refuse('access.disabled')
  const post = postOf(request)
  if (!isPlaced(context, post)) return refuse('post.wrong-place')
  const told = {
    act: 'post.granted',
    subject: person.account,
    details: { ...post },
    caller,
  } as const
  const conflict = await context.database.transaction(async (tx) => {
    const held = await lockPosts(tx, context.countyId, person.person_id)
    if (held.some((one) => isSame(one, post))) return undefined
    const why = findPostConflict([...held.map(({ role }) => role), post.role])
    if (why) return why
    const holding = { personId: person.person_id, post, now: context.now() }
    await insertPost(tx, context.countyId, { ...holding, postId: context.newId() })
    await writeAudit(tx, context.countyId, [auditOf(context, actor, told)])
    return undefined
  })
  return conflict ? refuse('post.not-apart', { why: conflict }) : answer(context, person)
}

export const endPost: Handler<'endPost'> = async (context, actor, request, caller) => {
  const person = await findOther(context, actor, request)
  if (isRefusal(person)) return person
  const { countyId } = context
  const post = postOf(request)
  const told = { act: 'post.ended', subject: person.account, details: { ...post }, caller } as const
  await context.database.transaction(async (tx) => {
    const holding = { personId: person.person_id, post, now: context.now() }
    if (await closePost(tx, countyId, holding))
      await writeAudit(tx, countyId, [auditOf(context, actor, told)])
  })
  return answer(context, person)
}

async function findOther(
  { database, countyId }: Context,
  actor: Actor,
  { account, areaCode }: Request,
): Promise<AccountRow | Refusal<ProblemCode>> {
  if (!can(actor, 'post.grant', areaCode)) return refuse('access.not-permitted')
  const person = await findAccount(database, countyId, account)
  if (!person) return refuse('person.not-found')
  return person.person_id === actor.personId ? refuse('post.of-oneself') : person
}

function postOf({ role, areaCode, departmentCode }: Request): HeldPost {
  return { role, areaCode, departmentCode: departmentCode ?? null }
}

function isSame(one: HeldPost, other: HeldPost): boolean {
  return (
    one.role === other.role &&
    one.areaCode === other.areaCode &&
    one.departmentCode === other.departmentCode
  )
}

/** The area is there, of a level that has such a post, and only a department's officer names a department. */
function isPlaced({ reference }: Context, { role, areaCode, departmentCode }: HeldPost): boolean {
  const levels: readonly AreaLevel[] = roleLevels[role]
  if (!levels.includes(areaLevel(areaCode))) return false
  if (!reference.findArea(areaCode) && !reference.findGrid(areaCode)) return false
  if (role !== 'departmentOfficer') return departmentCode === null
  const department = departmentCode === null ? undefined : reference.findDepartment(departmentCode)
  return department !== undefined && containsArea(department.areaCode, areaCode)
}

/** What they may do changes at once in this process. */
async function answer(context: Context, { person_id: personId }: AccountRow) {
  context.sessions.forget(personId)
  const { database, countyId, now } = context
  const line = await getAccountLine(database, countyId, { personId, now: now() })
  return { account: viewAccount(context, line) }
}
