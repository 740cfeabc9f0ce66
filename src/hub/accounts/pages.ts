import type { Permission } from '@domain/access/permissions'
import type { PersonView } from '@contract/views'
import { mayHub } from '../session/findHubPost'

/** What is about people and what they may do, rather than about matters. */
export const accountPages = [
  { page: 'accounts', title: '账号', needs: 'account.read' },
  { page: 'audit', title: '审计', needs: 'audit.read' },
  { page: 'roles', title: '权限表', needs: 'account.read' },
  { page: 'mine', title: '我的账号', needs: 'console.signIn' },
] as const satisfies readonly { page: string; title: string; needs: Permission }[]

export type AccountPage = (typeof accountPages)[number]['page']

export function isAccountPage(page: string | undefined): page is AccountPage {
  return accountPages.some((one) => one.page === page)
}

export function pagesFor(person: PersonView) {
  return accountPages.filter(({ needs }) => mayHub(person, needs))
}

/** Whoever has a console without matters: one of the three administrators. */
export function isAdministrator(person: PersonView): boolean {
  return pagesFor(person).length > 1 && !mayHub(person, 'matter.read')
}
