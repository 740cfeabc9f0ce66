import { grantsOf, roles, type Permission, type Role } from '@domain/access/permissions'
import type { AudienceSearch } from '../store/messageStore'

/**
 * Who stands behind the key of an audience, as a search over posts; the other way round than `audiencesOf`, which tells
 * for one person which keys are theirs.
 */
export function audienceSearch(audience: string): AudienceSearch | undefined {
  const [kind = '', first = '', second = ''] = audience.split(':')
  switch (kind) {
    case 'person':
      return { personId: first }
    case 'holder':
      return { roles: rolesWith(first as Permission), area: second, within: false }
    case 'ring':
      return { roles: rolesWith(first as Permission), area: second, within: true }
    case 'post':
      return { roles: [first as Role], area: second, within: false }
    case 'area':
      return { roles: rolesWith('task.claim'), area: first, within: true }
    case 'department':
      return { departmentCode: first }
    default:
      return undefined
  }
}

function rolesWith(permission: Permission): Role[] {
  return (Object.keys(roles) as Role[]).filter((role) => grantsOf(role).includes(permission))
}

/** The township whose group hears it: what is told to those who hold something there by office, not to a person. */
export function groupArea(audience: string): string | undefined {
  return /^holder:[\w.]+:(\d{9})$/.exec(audience)?.[1]
}
