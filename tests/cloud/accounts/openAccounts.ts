import { openTestApp, succeed, type Answer, type TestApp } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

/** The console of a county from several places at once, which `openTestApp` alone does not tell apart. */
export type Accounts = TestApp & {
  /** With a session of one's own, from an address. */
  ask(name: string, body: unknown, from?: From): Promise<Answer>
  signIn(account: string, password: string, address?: string): Promise<Answer>
  /** A phone in WeChat; answers its token. */
  openPhone(openid: string): Promise<string>
}

type From = { readonly token?: string; readonly address?: string }

export const right = testCounty.password
export const hubAccount = `hub-${testCounty.township}`
export const headAccount = `head-${testCounty.township}`
export const adminAccount = `admin-${testCounty.code}`
export const workerAccount = `gw-${testCounty.grid}-1`

/** 192.0.2.0/24 is kept for examples. */
export const desk = '192.0.2.1'

export async function openAccounts(): Promise<Accounts> {
  const test = await openTestApp()
  const ask = (name: string, body: unknown, from: From = {}) =>
    test.app.dispatch(name, body, from) as Promise<Answer>
  return {
    ...test,
    ask,
    signIn: (account, password, address = desk) =>
      ask('signIn', { method: 'password', account, password }, { address }),
    async openPhone(openid) {
      const { dispatch } = test.app
      const asked = dispatch('signIn', { method: 'wechat', code: 'c' }, { wechatOpenid: openid })
      return (await succeed(asked as Promise<Answer>)).token
    },
  }
}

export async function tokenOf(answer: Promise<Answer>): Promise<string> {
  return (await succeed(answer)).token
}

export function codesOf(answers: readonly Answer[]): string[] {
  return answers.map(({ status, body }) => (status === 200 ? 'in' : body.code))
}

export function countOf(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codesOf(answers)) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
