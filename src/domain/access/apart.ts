import type { Role } from './permissions'

/** 三员: system, security and audit administrators. */
export const threeAdministrators = [
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const satisfies readonly Role[]

export function isOneOfThree(role: Role): boolean {
  return (threeAdministrators as readonly Role[]).includes(role)
}

/** What anybody is besides their work. */
const besides: readonly Role[] = ['resident', 'informationOfficer', 'unitHead']

/**
 * Why these posts may not be one person's: two of the three would watch over themselves, and one of the three who also
 * works on matters would read what an administrator must not.
 */
export function findPostConflict(held: readonly Role[]): 'two-of-three' | 'not-apart' | undefined {
  const three = new Set(held.filter(isOneOfThree))
  if (three.size === 0) return undefined
  if (three.size > 1) return 'two-of-three'
  return held.every((role) => isOneOfThree(role) || besides.includes(role))
    ? undefined
    : 'not-apart'
}
