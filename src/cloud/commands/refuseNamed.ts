import type { Actor } from '@domain/access/actor'
import { can } from '@domain/access/actor'
import { containsArea, countyOf, townshipOf, type AreaCode } from '@domain/area/areaCode'
import { ownersOf, textsOf, type Fields, type FormField } from '@domain/form/formField'
import type { Matter, TaskOwner } from '@domain/matter/matter'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { findPeople } from '../store/peopleStore'
import { findActor } from '../store/sessions'

type Ground = Pick<Matter, 'areaCode' | 'sensitivity'> & { readonly form: readonly FormField[] }

/** A form names owners, people and areas by id; the rules cannot know whether they are there. */
export async function refuseNamed(
  context: Context,
  { areaCode, sensitivity, form }: Ground,
  input: Fields,
): Promise<Refusal<ProblemCode> | undefined> {
  for (const { name, type, title } of form) {
    const about = { field: name, title }
    if (type === 'owner' || type === 'owners')
      for (const owner of ownersOf(input, name)) {
        const refusal = await refuseOwner(context, { areaCode, sensitivity }, owner)
        if (refusal) return refuse(refusal.refused, { ...refusal.details, ...about })
      }
    if (
      (type === 'person' || type === 'people') &&
      !(await areKnown(context, textsOf(input, name)))
    )
      return refuse('matter.unknown-person', about)
    if (type === 'area' && !textsOf(input, name).every((code) => isInCounty(context, code)))
      return refuse('matter.unknown-area', about)
  }
  return undefined
}

async function areKnown(context: Context, personIds: readonly string[]): Promise<boolean> {
  if (!personIds.every((id) => /^[0-9a-f-]{36}$/.test(id))) return false
  const people = await findPeople(context.database, context.countyId, personIds)
  return personIds.every((id) => people.has(id))
}

function isInCounty(context: Context, code: AreaCode): boolean {
  return containsArea(String(context.countyId), code) && isKnownArea(context, code)
}

/** 派给: a worker, a post, a pool or a department of the matter's own township, or of its county. */
async function refuseOwner(
  context: Context,
  { areaCode, sensitivity }: Pick<Matter, 'areaCode' | 'sensitivity'>,
  owner: TaskOwner,
): Promise<Refusal<ProblemCode> | undefined> {
  if (sensitivity === 'S3' && owner.kind === 'area') return refuse('matter.owner-too-wide')
  return (await isOwner(context, townshipOf(areaCode), owner))
    ? undefined
    : refuse('matter.unknown-owner', { owner })
}

export async function isOwner(
  context: Context,
  township: AreaCode,
  owner: TaskOwner,
): Promise<boolean> {
  switch (owner.kind) {
    case 'area':
      return containsArea(township, owner.areaCode) && isKnownArea(context, owner.areaCode)
    case 'post':
      return serves(owner.areaCode, township) && isKnownArea(context, owner.areaCode)
    case 'department': {
      const department = context.reference.findDepartment(owner.departmentCode)
      return department !== undefined && containsArea(department.areaCode, township)
    }
    case 'person': {
      const person = await findActor(context.database, context.countyId, owner.personId)
      return (
        person !== undefined &&
        person.posts.some((post) => worksIn(person, township, post.areaCode))
      )
    }
  }
}

/** The township's own, or the county's for all townships. */
function serves(areaCode: AreaCode, township: AreaCode): boolean {
  return containsArea(township, areaCode) || areaCode === countyOf(township)
}

function worksIn(person: Actor, township: AreaCode, areaCode: AreaCode): boolean {
  return serves(areaCode, township) && can(person, 'task.claim', areaCode)
}

function isKnownArea(context: Context, code: string): boolean {
  return (
    context.reference.findArea(code) !== undefined || context.reference.findGrid(code) !== undefined
  )
}
