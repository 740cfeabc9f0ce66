import { create } from 'zustand'
import type { MyData } from '@contract/api/myData'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Answer } from '../api/answer'
import { platform } from '../platform/platform'
import { say } from '../words/say'
import { api } from './api'
import type { Posting } from './points'
import { forgetSession, setSession, useSession } from './session'
import { forgetLists } from './signIn'

type Shown = { readonly data?: MyData; readonly state: 'new' | 'loading' | 'ready' | 'unreachable' }

/** Never kept on the phone: what is shown is what the server has. */
export const useMyData = create<Shown>(() => ({ state: 'new' }))

export async function loadMyData(): Promise<void> {
  useMyData.setState({ state: 'loading' })
  const answer = await api.call('readMyData', {})
  if (answer.kind === 'done') show(answer.value.data)
  else useMyData.setState({ state: 'unreachable' })
}

/** What went wrong, in words; `undefined` when it was done. */
export type Trouble = string | undefined

export async function correctMyData(name: string, phone: string): Promise<Trouble> {
  return showAnswer(await api.call('correctMyData', { name, phone }))
}

export async function changeConsent(give: boolean): Promise<Trouble> {
  const version = useMyData.getState().data?.consentVersion ?? ''
  const answer = give
    ? await api.call('giveConsent', { version })
    : await api.call('withdrawConsent', {})
  return showAnswer(answer)
}

function showAnswer(answer: Answer<{ data: MyData }>): Trouble {
  if (answer.kind !== 'done') return troubleOf(answer)
  show(answer.value.data)
  return undefined
}

function show(data: MyData): void {
  useMyData.setState({ data, state: 'ready' })
  const session = useSession.getState()
  if (session.status === 'signed-in' && session.person?.name !== data.person.name)
    setSession({ ...session, person: data.person })
}

function troubleOf(answer: Answer): string {
  return answer.kind === 'refused' ? answer.problem.title : say.myData.failed
}

/** More matters than anybody has reported; so many pages hold them. */
const PAGES_MAX = 50
const PAGE = 100

/** 导出: all pages as one text, in the person's files or to be pasted where they like. */
export async function exportMyData(): Promise<Trouble> {
  const matters: Page['matters'] = []
  let page: Page | undefined
  for (let pages = 0; pages < PAGES_MAX && page?.next !== null; pages++) {
    const answer = await askPage(page?.next)
    if (answer.kind !== 'done') return troubleOf(answer)
    page = answer.value
    matters.push(...page.matters)
  }
  const points = await allPostings()
  if (!Array.isArray(points)) return troubleOf(points)
  await handOver(JSON.stringify({ ...page, matters, points, next: undefined }, null, 2))
  return undefined
}

/** 积分明细, as far as the person has an account of points at all. */
async function allPostings(): Promise<Posting[] | Answer<never>> {
  const points: Posting[] = []
  let after: string | null | undefined
  for (let pages = 0; pages < PAGES_MAX && after !== null; pages++) {
    const answer = await api.call('listPostings', { limit: PAGE, ...(after ? { after } : {}) })
    if (answer.kind === 'refused' && answer.problem.code === 'access.not-permitted') return []
    if (answer.kind !== 'done') return answer
    points.push(...answer.value.items)
    after = answer.value.next
  }
  return points
}

type Page = ResponseOf<Operations['exportMyData']>

function askPage(after: string | undefined): Promise<Answer<Page>> {
  return api.call('exportMyData', { limit: PAGE, ...(after ? { after } : {}) })
}

async function handOver(text: string): Promise<void> {
  const { saveText, copyText } = platform.device
  if (saveText) {
    saveText('lianxin-my-data.json', text)
    return platform.dialogs.toast(say.myData.exportedFile)
  }
  await copyText(text)
  platform.dialogs.toast(say.myData.exported)
}

/** 注销: an ended session says that it was done, by this request or by one whose answer was lost. */
export async function closeMyAccount(): Promise<Trouble> {
  const answer = await api.call('closeMyAccount', { confirmed: true })
  if (answer.kind === 'refused' || answer.kind === 'unknown') return troubleOf(answer)
  useMyData.setState({ state: 'new' }, true)
  forgetSession()
  forgetLists()
  return undefined
}
