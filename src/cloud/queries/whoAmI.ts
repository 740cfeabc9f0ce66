import type { Actor } from '@domain/access/actor'
import { roles } from '@domain/access/permissions'
import type { PersonView } from '@contract/views'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { isoTime } from './isoTime'

export const whoAmI: Handler<'whoAmI'> = (context, actor) =>
  Promise.resolve({
    person: viewPerson(context, actor),
    county: {
      code: String(context.countyId),
      name: context.reference.areaName(String(context.countyId)),
    },
    serverTime: isoTime(context.now()),
  })

export function viewPerson(context: Context, actor: Actor): PersonView {
  return {
    personId: actor.personId,
    name: actor.name,
    posts: actor.posts.map((post) => ({
      role: post.role,
      roleTitle: roles[post.role].title,
      area: { code: post.areaCode, name: context.reference.areaName(post.areaCode) },
      ...(post.departmentCode
        ? {
            departmentCode: post.departmentCode,
            departmentName: context.reference.findDepartment(post.departmentCode)?.name ?? '',
          }
        : {}),
    })),
  }
}
