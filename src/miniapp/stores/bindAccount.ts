import { platform } from '../platform/platform'
import { api } from './api'
import { sendQueue } from './sendQueue'
import { signedInPerson, useSession, type Session } from './session'
import { signInByWechat, takeSession, type SignInResult } from './signIn'

/** unsent: so many of one's own would be left behind, so nothing was asked. */
export type BindResult = SignInResult | { readonly unsent: number }

/**
 * 绑定: the phone becomes the phone of the person the code was made for. Nobody signs in as the resident of before any
 * more, and what is queued as theirs could never leave; so that goes first.
 */
export async function bindAccount(code: string): Promise<BindResult> {
  const before = signedInPerson()
  await sendQueue.drain({ hurry: true })
  const unsent = countUnsent(before)
  if (unsent > 0) return { unsent }
  const answer = await api.call('bindAccount', { code })
  switch (answer.kind) {
    case 'done':
      takeSession(answer.value)
      return { done: true }
    case 'refused':
      return { problem: answer.problem }
    case 'signed-out':
      return seeWhetherBound(before)
    case 'unknown':
      return {}
  }
}

/** What troubles its owner does not count: it is mended as a new report, by whoever holds the phone then. */
function countUnsent(personId: string | undefined): number {
  return sendQueue
    .read()
    .items.filter((item) => item.owner === personId && item.step !== 'done' && !item.trouble).length
}

/** Binding ends the old session, so this may be the repeat of one whose answer was lost. */
async function seeWhetherBound(before: string | undefined): Promise<BindResult> {
  const result = await signInByWechat()
  if (!('done' in result)) return result
  return useSession.getState().person?.personId === before ? {} : result
}

const KEY = 'bind-offer'

/** Offered on the first screen until the person has said no; 我的 keeps the way. */
export function isBindingOffered(): boolean {
  return canBind(useSession.getState()) && platform.records.read(KEY) !== signedInPerson()
}

export function declineBinding(): void {
  platform.records.write(KEY, signedInPerson())
}

/** Only who came through WeChat has anything to bind. */
export function canBind({ status, person }: Session): boolean {
  const plain = person?.posts.every((post) => post.role === 'resident') ?? false
  return status === 'signed-in' && plain && platform.device.loginCode !== undefined
}
