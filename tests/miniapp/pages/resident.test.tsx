import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import { problem } from '@contract/problems'
import type { KindView, PersonView } from '@contract/views'
import type { Device } from '@miniapp/platform/ports'
import type { fakeTaro } from '../../support/fakeTaro'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { kindOf, matterOf } from '../support/township'

const village = { code: '441882118215', name: '宝珠村' }
const residentTang = {
  personId: '0d7d7e0e-16a8-8b11-9d0c-3d1f0e6f6c98',
  name: '唐秋月',
  posts: [{ role: 'resident', roleTitle: '居民', area: village }],
} as unknown as PersonView

const code = 'E44188220261123000016-K7WM3-QXD29'

type Page = 'follow' | 'contacts' | 'guides' | 'my-data' | 'matter'

async function open(fake: FakePlatform, page: Page, params: Record<string, string> = {}) {
  freshApp(fake)
  const { fakeTaro: phone } = (await import('@tarojs/taro')) as unknown as {
    fakeTaro: typeof fakeTaro
  }
  phone.router = { path: '/', params }
  const { default: Shown } = (await import(`@miniapp/pages/${page}/index`)) as {
    default: ComponentType
  }
  await act(async () => void render(<Shown />))
}

function signedIn(device: Partial<Device> = {}): FakePlatform {
  const plain = createFakePlatform()
  const { platform } = plain
  const fake = { ...plain, platform: { ...platform, device: { ...platform.device, ...device } } }
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: residentTang })
  return fake
}

function keepKinds(fake: FakePlatform, kinds: readonly KindView[]): void {
  fake.phone.records.write('cache/kinds-2', { kinds, loadedAt: Date.now(), personId: '' })
}

const element = (id: string) => document.getElementById(id) as HTMLElement
const tap = async (id: string) => act(async () => void fireEvent.click(element(id)))
const type = async (id: string, value: string) =>
  act(async () => void fireEvent.change(element(id), { target: { value } }))
const asked = (fake: FakePlatform, name: string) =>
  fake.requests.filter((request) => request.name === name).map(({ body }) => body)

const followed = {
  number: 'E44188220261123000016',
  statusTitle: '处置中',
  ended: false,
  open: {
    kindName: '路灯不亮',
    flowTitle: '事件',
    townshipName: '西江镇',
    sentence: '有人在办，11月24日 18:00前办完',
    receivedAt: '2026-11-23T01:00:00.000Z',
    dueAt: '2026-11-24T10:00:00.000Z',
    steps: [
      { at: '2026-11-23T01:00:00.000Z', title: '已上报' },
      { at: '2026-11-23T02:00:00.000Z', title: '处置中' },
    ],
  },
}

describe('following a matter by its code', () => {
  test('an address with the code in it looks by itself, signed out', async () => {
    const fake = createFakePlatform()
    fake.answer('followMatter', { matter: followed })
    await open(fake, 'follow', { code })
    await screen.findByText('有人在办，11月24日 18:00前办完')
    expect(asked(fake, 'followMatter')).toEqual([{ code }])
    for (const words of ['路灯不亮', '西江镇', '已上报', '处置中']) screen.getByText(words)
  })

  test('a scanned square is read, whether it holds the address or only the code', async () => {
    for (const held of [`https://lz.example/#/pages/follow/index?code=${code}`, ` ${code} `]) {
      const fake = createFakePlatform()
      fake.world.scanned = held
      fake.answer('followMatter', { matter: followed })
      await open(fake, 'follow')
      await tap('follow-scan')
      await waitFor(() => expect(asked(fake, 'followMatter')).toEqual([{ code }]))
      document.body.replaceChildren()
    }
  })

  test('a code nobody has is said to be one, and stays to be mended; without signal that is said', async () => {
    const fake = createFakePlatform()
    fake.answer('followMatter', problem('follow.unknown'), 404)
    await open(fake, 'follow')
    await tap('follow-look')
    expect(element('follow-trouble').textContent).toMatch('请输入查询码')
    await type('follow-code', 'E123')
    expect(element('follow-trouble')).toBeNull()
    await tap('follow-look')
    await waitFor(() => expect(element('follow-trouble').textContent).toMatch('没有查到'))
    expect(element('follow-code')).toHaveProperty('value', 'E123')
    fake.answers.delete('followMatter')
    await tap('follow-look')
    await waitFor(() => expect(element('follow-trouble').textContent).toMatch('没有连上'))
  })

  test('of a private matter only the state is shown, and why', async () => {
    const fake = createFakePlatform()
    fake.answer('followMatter', { matter: { ...followed, open: undefined } })
    await open(fake, 'follow', { code })
    await waitFor(() => expect(element('follow-status').textContent).toBe('处置中'))
    screen.getByText(/只能看到办到哪一步/)
  })

  test('the reporter holds up the square on the page of the matter', async () => {
    const fake = signedIn()
    const matter = matterOf({ followCode: code })
    fake.answer('getMatter', { matter, history: [], actions: [], children: [] })
    await open(fake, 'matter', { matterId: matter.matterId })
    await waitFor(() => expect(element('follow-own').textContent).toBe(code))
    expect(element('follow-qr')).toBeNull()
    await tap('follow-show')
    expect(element('follow-qr').getAttribute('src')).toMatch(/^data:image\/svg\+xml,/)
    await tap('follow-copy')
    expect(fake.toasts).toEqual(['查询码已复制'])
  })
})

const contact = {
  name: '吴海根',
  role: 'gridWorker',
  roleTitle: '网格员',
  area: { code: '441882118215003', name: '宝珠村 第3网格' },
  phone: '0763-0000107',
}

describe('finding whom to call', () => {
  test('the number is called in one tap, and the list is there without signal', async () => {
    const called: string[] = []
    const fake = signedIn({ call: async (phone) => void called.push(phone) })
    fake.answer('listContacts', { area: village, items: [contact] })
    await open(fake, 'contacts')
    await screen.findByText('网格员 吴海根')
    await tap('contact-call-0')
    expect(called).toEqual(['0763-0000107'])
    document.body.replaceChildren()
    fake.answers.delete('listContacts')
    await open(fake, 'contacts')
    await screen.findByText('网格员 吴海根')
    screen.getByText(/存在手机里的/)
  })

  test('somebody elsewhere chooses township and village, and that place is remembered', async () => {
    const fake = signedIn()
    fake.answer('listContacts', { area: village, items: [contact] })
    fake.answer('listAreas', { items: [{ code: '441882103', name: '龙坪镇' }] })
    await open(fake, 'contacts')
    await tap('contacts-choose')
    fake.answer('listAreas', { items: [{ code: '441882103201', name: '孔围村' }] })
    await tap('contacts-441882103')
    fake.answer('listContacts', { area: { code: '441882103201', name: '孔围村' }, items: [] })
    await tap('contacts-441882103201')
    await screen.findByText('孔围村的值班电话')
    screen.getByText(/还没有登记值班电话/)
    document.body.replaceChildren()
    await open(fake, 'contacts')
    expect(asked(fake, 'listContacts').at(-1)).toEqual({ areaCode: '441882103201' })
  })

  test('whoever refuses the place is asked to choose; whoever is signed out is told to sign in', async () => {
    const fake = signedIn()
    fake.answer('listContacts', { area: village, items: [] })
    fake.world.denied = true
    await open(fake, 'contacts')
    await tap('contacts-here')
    screen.getByText('没有定到位置，请选镇和村。')
    document.body.replaceChildren()
    await open(createFakePlatform(), 'contacts')
    expect(element('contacts-sign-in')).not.toBeNull()
  })
})

test('guides are read signed out and kept for the hours without signal', async () => {
  const fake = createFakePlatform()
  const guide = {
    guideId: 'g',
    area: { code: '441882', name: '连州市' },
    title: '城乡居民医保参保',
    papers: '身份证或户口簿',
    place: '各镇便民服务中心',
    phone: '0763-0009000',
  }
  fake.answer('listGuides', { items: [guide] })
  await open(fake, 'guides')
  await screen.findByText('城乡居民医保参保')
  document.body.replaceChildren()
  fake.answers.delete('listGuides')
  await open(fake, 'guides')
  await screen.findByText('城乡居民医保参保')
  screen.getByText(/上次存在手机里的/)
})

const consent = { version: '2026-11', given: true, at: '2026-11-01T01:00:00.000Z' }
const data = {
  person: residentTang,
  phone: '19900001234',
  selfManaged: true,
  consentVersion: '2026-11',
  consents: [consent],
  readers: [
    {
      at: '2026-11-02T01:00:00.000Z',
      number: 'E44188220261123000016',
      roleTitle: '镇综治中心值班员',
      areaName: '西江镇',
    },
  ],
  openSessions: 2,
  matters: 3,
  holdings: [
    { items: 2, media: 3, since: '2026-11-01T01:00:00.000Z', heardAt: '2026-11-02T01:00:00.000Z' },
  ],
}

describe('my data', () => {
  test('a resident sees who opened their matter, and corrects their name', async () => {
    const fake = signedIn()
    fake.answer('readMyData', { data })
    await open(fake, 'my-data')
    await screen.findByText('西江镇镇综治中心值班员')
    screen.getByText(/手机说：还有 2 条文字、3 个照片或录音/)
    await tap('my-correct')
    await type('my-name', '唐小月')
    fake.answer('correctMyData', { data: { ...data, person: { ...residentTang, name: '唐小月' } } })
    await tap('my-save')
    expect(asked(fake, 'correctMyData')).toEqual([{ name: '唐小月', phone: '19900001234' }])
    await screen.findByText('唐小月')
  })

  test('taking the consent back asks first, and can be turned round', async () => {
    const fake = signedIn()
    fake.answer('readMyData', { data })
    const back = { ...consent, given: false, at: '2026-11-03T01:00:00.000Z' }
    fake.answer('withdrawConsent', { data: { ...data, consents: [back, consent] } })
    await open(fake, 'my-data')
    fake.world.confirms = false
    await tap('my-withdraw')
    expect(asked(fake, 'withdrawConsent')).toEqual([])
    fake.world.confirms = true
    await tap('my-withdraw')
    await waitFor(() => expect(element('my-give')).not.toBeNull())
    fake.answer('giveConsent', { data })
    await tap('my-give')
    expect(asked(fake, 'giveConsent')).toEqual([{ version: '2026-11' }])
  })

  test('the export is all pages in one text', async () => {
    const copied: string[] = []
    const fake = signedIn({ copyText: async (text) => void copied.push(text) })
    fake.answer('readMyData', { data })
    const pages: Record<string, object> = {
      first: { exportedAt: 'x', data, matters: [{ number: '1' }], next: 'more' },
      more: { exportedAt: 'x', data, matters: [{ number: '2' }], next: null },
    }
    fake.answers.set('exportMyData', (body) => ({
      status: 200,
      body: pages[(body as { after?: string }).after ?? 'first'],
    }))
    const postings: Record<string, object> = {
      first: { items: [{ points: 2 }], next: 'more' },
      more: { items: [{ points: -2 }], next: null },
    }
    fake.answers.set('listPostings', (body) => ({
      status: 200,
      body: postings[(body as { after?: string }).after ?? 'first'],
    }))
    await open(fake, 'my-data')
    await tap('my-export')
    await waitFor(() => expect(copied).toHaveLength(1))
    expect(JSON.parse(copied[0] ?? '')).toMatchObject({
      data: { phone: '19900001234' },
      matters: [{ number: '1' }, { number: '2' }],
      points: [{ points: 2 }, { points: -2 }],
    })
    expect(fake.toasts).toEqual(['已复制，可以粘贴到微信、文件里保存'])
  })

  test('closing the account asks first, then leaves nothing of the person on the phone', async () => {
    const fake = signedIn()
    fake.answer('readMyData', { data })
    fake.answer('closeMyAccount', { closedAt: '2026-11-23T01:00:00.000Z' })
    await open(fake, 'my-data')
    await tap('my-close')
    await waitFor(() => expect(fake.opened).toEqual(['/pages/home/index']))
    expect(asked(fake, 'closeMyAccount')).toEqual([{ confirmed: true }])
    expect(fake.phone.records.read('session')).toEqual({ status: 'guest' })
  })

  test('an answer that was lost is asked for again, and the ended session says that it was done', async () => {
    const fake = signedIn()
    fake.answer('readMyData', { data })
    await open(fake, 'my-data')
    await tap('my-close')
    await screen.findByText(/什么都没有变/)
    expect(fake.opened).toEqual([])
    fake.answer('closeMyAccount', problem('access.session-ended'), 401)
    await tap('my-close')
    await waitFor(() => expect(fake.opened).toContain('/pages/home/index'))
    expect(fake.phone.records.read('session')).toEqual({ status: 'guest' })
  })

  test('staff are told who keeps their account, and cannot close it', async () => {
    const fake = signedIn()
    fake.answer('readMyData', { data: { ...data, selfManaged: false } })
    await open(fake, 'my-data')
    await screen.findByText(/由县里管理/)
    for (const id of ['my-close', 'my-correct', 'my-withdraw']) expect(element(id)).toBeNull()
  })

  test('staff ask the township to correct what it holds of them, as one asks any question', async () => {
    const fake = signedIn()
    fake.answer('readMyData', { data: { ...data, selfManaged: false } })
    keepKinds(fake, [kindOf('0705', '政策咨询', null, { at: 'village' })])
    await open(fake, 'my-data')
    await waitFor(() => expect(element('my-ask-correct')).not.toBeNull())
    await tap('my-ask-correct')
    const { unfinishedReports } = await import('@miniapp/stores/drafts')
    const [asked] = unfinishedReports()
    expect(asked?.draft).toMatchObject({ kind: '0705', text: expect.stringContaining('请更正') })
    expect(fake.opened).toEqual([`/pages/report/index?draft=${asked?.key ?? ''}`])
  })
})
