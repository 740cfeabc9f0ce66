import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { MatterView } from '@contract/views'
import type { fakeTaro } from '../../support/fakeTaro'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { gridWorkerWu, kinds, matterOf } from '../support/township'

async function startApp(fake: FakePlatform) {
  freshApp(fake)
  const { default: MatterPage } = await import('@miniapp/pages/matter/index')
  const { default: NewsPage } = await import('@miniapp/pages/news/index')
  const { default: HomePage } = await import('@miniapp/pages/home/index')
  const { fakeTaro: phone } = (await import('@tarojs/taro')) as unknown as {
    fakeTaro: typeof fakeTaro
  }
  return { MatterPage, NewsPage, HomePage, phone }
}

function workersPhone() {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: gridWorkerWu })
  fake.answer('listKinds', { items: kinds })
  fake.answer('listTasks', { items: [], next: null })
  fake.answer('listNotices', { items: [], next: null })
  fake.answer('listCards', { items: [], next: null })
  return fake
}

const action = (name: string, primary = false) => ({ action: name, title: name, primary, form: [] })

async function openMatter(fake: FakePlatform, changes: Partial<MatterView>, more: object = {}) {
  const matter = matterOf(changes)
  fake.answer('getMatter', { matter, history: [], actions: [], children: [], ...more })
  const app = await startApp(fake)
  app.phone.router.params = { matterId: matter.matterId }
  await act(async () => void render(<app.MatterPage />))
  return app
}

async function openNews(fake: FakePlatform, box: string) {
  const app = await startApp(fake)
  app.phone.router.params = { box }
  await act(async () => void render(<app.NewsPage />))
}

const byId = (id: string) => document.getElementById(id)
const tap = async (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement))
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

describe('the page of a matter', () => {
  test('a matter of a flow that is newer than the app opens like any other', async () => {
    await openMatter(workersPhone(), { flow: 'teaRound', flowTitle: '茶话会', status: 'pouring' })
    await screen.findByText('茶话会')
  })

  test('a deadline that is near is said in a word, and one that is past in another', async () => {
    await openMatter(workersPhone(), { warned: 0.8, dueAt: inHours(1) })
    await screen.findByText(/^◆ 快到期限 · 还剩/)
    document.body.innerHTML = ''
    await openMatter(workersPhone(), { warned: 0.8, dueAt: inHours(-1) })
    await screen.findByText(/^已超时/)
    expect(screen.queryByText(/快到期限/)).toBeNull()
  })

  test('a section nobody walked in time is called overdue, and one that was walked says who did it', async () => {
    const rows = [
      { key: '1', title: '一段', overdue: true, dueAt: inHours(-2) },
      { key: '2', title: '二段', overdue: false, doneAt: inHours(-1), doneBy: '吴海根' },
      { key: '3', title: '三段', overdue: false },
    ]
    await openMatter(workersPhone(), { lists: [{ list: 'sections', title: '巡查', rows }] })
    await screen.findByText(/^▲ 已超期/)
    await screen.findByText(/^✓ 已办 吴海根/)
    await screen.findByText('○ 还没办')
    await screen.findByText('1/3')
  })

  test('sign-ups say how many are wanted, and votes how many each answer has', async () => {
    const values = [
      { title: '同意', count: 8 },
      { title: '不同意', count: 2 },
    ]
    await openMatter(workersPhone(), {
      rolls: [
        { roll: 'signups', title: '报名', count: 12, wanted: 20, values: [] },
        { roll: 'votes', title: '表态', count: 10, values },
      ],
    })
    await screen.findByText('还差 8 人')
    expect(byId('roll-votes')?.textContent).toContain('同意8 人')
  })

  test('each unit that was called shows whether it signed and what it answered', async () => {
    const task = { owner: { kind: 'department', departmentCode: 'w' }, openedAt: inHours(-3) }
    await openMatter(workersPhone(), {
      called: [
        { ...task, taskId: 'a', ownerName: '派出所', state: 'open' },
        { ...task, taskId: 'b', ownerName: '镇水利站', state: 'done', answer: '水闸已关' },
      ] as unknown as MatterView['called'],
    })
    await screen.findByText('○ 还没签收')
    await screen.findByText('水闸已关')
  })

  test('what belongs together is one tap away', async () => {
    const fake = workersPhone()
    const parent = { matterId: 'p' as MatterView['matterId'], number: 'E9', title: '应急值守' }
    const child = { matterId: 'c', number: 'E10', title: '事件 · 已上报' }
    await openMatter(fake, { parent, joinedReports: 2 }, { children: [child] })
    await screen.findByText('还有 2 个人报了同一件事，一起办')
    await tap('link-parent')
    await tap('link-child-0')
    expect(fake.opened).toEqual([
      '/pages/matter/index?matterId=p',
      '/pages/matter/index?matterId=c',
    ])
  })

  test('of many actions the one thing to do stands first and the rest one tap behind', async () => {
    const names = ['one', 'two', 'three', 'four', 'five']
    await openMatter(
      workersPhone(),
      {},
      { actions: [...names.map((n) => action(n)), action('do', true)] },
    )
    const shown = () => [...document.querySelectorAll('[id^=action-]')].map(({ id }) => id)
    expect(shown()).toEqual(['action-do', 'action-one', 'action-two'])
    await tap('actions-more')
    expect(shown()).toHaveLength(6)
  })
})

describe('what only whoever has the task may read', () => {
  const secrets = [{ name: 'address', title: '地址', until: inHours(2) }]

  test('opening an address says first that it is logged, and shows it only then', async () => {
    const fake = workersPhone()
    fake.answer('openSecret', { words: '宝珠村 12 号', until: inHours(2) })
    await openMatter(fake, { secrets })
    await screen.findByText(/查看会记录在案.*可以看到/)
    expect(fake.requests.some(({ name }) => name === 'openSecret')).toBe(false)
    await tap('secret-open-address')
    await screen.findByText('宝珠村 12 号')
    expect(JSON.stringify([...fake.phone.disk])).not.toContain('宝珠村 12 号')
  })

  test('whoever says no opens nothing', async () => {
    const fake = workersPhone()
    fake.world.confirms = false
    await openMatter(fake, { secrets })
    await tap('secret-open-address')
    expect(fake.requests.some(({ name }) => name === 'openSecret')).toBe(false)
  })

  test('a picture of somebody who needs protection carries the name of who looks at it', async () => {
    const photo = { fileId: 'f', takenFor: 'report', state: 'ready', url: '/f', thumbnailUrl: '/t' }
    const photos = [photo] as unknown as MatterView['photos']
    await openMatter(workersPhone(), { photos, sensitivity: 'S3' })
    expect(screen.getAllByText('吴海根 查看').length).toBeGreaterThan(3)
    document.body.innerHTML = ''
    await openMatter(workersPhone(), { photos, sensitivity: 'S0' })
    expect(screen.queryByText('吴海根 查看')).toBeNull()
  })
})

describe('what people are told', () => {
  const notice = {
    noticeId: 'n',
    at: inHours(-1),
    matterId: 'm',
    number: 'E1',
    title: '事件 · 办理中',
    words: '快到期限了',
    level: 'yellow',
  }

  test('the first screen says how many messages are new, until they were looked at', async () => {
    const fake = workersPhone()
    fake.answer('listNotices', { items: [notice], next: null })
    const { HomePage } = await startApp(fake)
    await act(async () => void render(<HomePage />))
    await waitFor(() => expect(byId('home-news')?.textContent).toContain('1 条新的'))
    document.body.innerHTML = ''
    await openNews(fake, 'notices')
    await screen.findByText('◆ 快到期限 事件 · 办理中')
    document.body.innerHTML = ''
    const again = await startApp(fake)
    await act(async () => void render(<again.HomePage />))
    expect(byId('home-news')?.textContent).not.toContain('新的')
  })

  test('messages that were read before are still there without signal', async () => {
    const fake = workersPhone()
    fake.answer('listNotices', { items: [notice], next: null })
    await openNews(fake, 'notices')
    document.body.innerHTML = ''
    fake.answers.delete('listNotices')
    await openNews(fake, 'notices')
    await screen.findByText('◆ 快到期限 事件 · 办理中')
    await screen.findByText('没有连上。手机里有的先给您看。')
  })

  test.each([
    ['notices', '还没有消息。您报的事、办的事有了动静，会在这里告诉您。'],
    ['cards', '村里镇里还没有公告。'],
    ['around', '身边没有正在商量、报名、找人的事。有了会在这里。'],
  ])('where there is nothing of %s the page says so', async (box, words) => {
    const fake = workersPhone()
    fake.answer('listMatters', { items: [], next: null })
    await openNews(fake, box)
    await screen.findByText(words)
  })
})
