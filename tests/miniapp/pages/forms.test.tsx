import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { problem } from '@contract/problems'
import type { FormField } from '@domain/form/formField'
import { choice, consent, line, optional, owners, rows, yesNo } from '@domain/flows/fields'
import type { fakeTaro } from '../../support/fakeTaro'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { kindOf, kinds, matterOf, officerZeng, ownGrid } from '../support/township'

async function startApp(fake: FakePlatform) {
  freshApp(fake)
  const drafts = await import('@miniapp/stores/drafts')
  const queue = await import('@miniapp/stores/sendQueue')
  const { default: ReportPage } = await import('@miniapp/pages/report/index')
  const { default: BeginPage } = await import('@miniapp/pages/begin/index')
  const { default: ActPage } = await import('@miniapp/pages/act/index')
  const { default: QueuePage } = await import('@miniapp/pages/queue/index')
  const { fakeTaro: phone } = (await import('@tarojs/taro')) as unknown as {
    fakeTaro: typeof fakeTaro
  }
  return { drafts, queue, ReportPage, BeginPage, ActPage, QueuePage, phone }
}

/** A flow this app has never heard of. */
const teaForm: FormField[] = [
  choice('wish', '喝什么', { green: '绿茶', black: '红茶' }),
  yesNo('hot', '要热的吗'),
  consent('agreed', '同意', '茶叶自带，喝完收好'),
  optional(line('cup', '用谁的杯子')),
]
const tea = kindOf('9901', '喝茶', null, {
  flow: 'teaRound',
  flowTitle: '茶话会',
  purpose: '坐下来，喝一杯',
  form: teaForm as never,
  at: 'village',
  photosMax: 0,
})
const forbidden = kindOf('9902', '开会', null, {
  flow: 'meeting',
  flowTitle: '会',
  mayReport: false,
})

function signedInPhone() {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: officerZeng })
  fake.answer('listKinds', { items: [...kinds, tea, forbidden] })
  fake.answer('findGrid', { grid: ownGrid })
  fake.answer('findSimilar', { items: [] })
  return fake
}

async function openReport(fake: FakePlatform, start: object = {}) {
  const app = await startApp(fake)
  const key = app.drafts.newReport(start)
  app.phone.router.params = { draft: key }
  await act(async () => void render(<app.ReportPage />))
  await waitFor(() => expect(fake.requests.some(({ name }) => name === 'listKinds')).toBe(true))
  return { ...app, key }
}

const byId = (id: string) => document.getElementById(id)
const tap = async (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement))
const type = async (id: string, value: string) =>
  act(async () => void fireEvent.change(byId(id) as HTMLElement, { target: { value } }))
const bodyOf = (fake: FakePlatform, name: string) =>
  fake.requests.find((request) => request.name === name)?.body as Record<string, unknown>

test('a flow that is new to the app is offered with what it is for, and one nobody may begin is not', async () => {
  const fake = signedInPhone()
  const { BeginPage } = await startApp(fake)
  await act(async () => void render(<BeginPage />))
  await screen.findByText('坐下来，喝一杯')
  expect(screen.queryByText('会')).toBeNull()
  await tap('begin-teaRound')
  expect(fake.opened[0]).toMatch(/^\/pages\/report\/index\?draft=report-/)
})

test('what concerns the village is filed at the officer’s own, asks no satellite, and sends what was chosen', async () => {
  const fake = signedInPhone()
  fake.world.denied = true
  fake.answer('reportMatter', { matter: matterOf() })
  await openReport(fake, { kind: '9901' })
  await waitFor(() => expect(byId('report-place')?.textContent).toBe('宝珠村'))
  expect(byId('photo-camera')).toBeNull()
  await tap('report-send')
  expect(fake.toasts.pop()).toBe('请选择：喝什么')
  await tap('form-wish-green')
  await tap('form-hot-no')
  await tap('report-send')
  expect(fake.toasts.pop()).toBe('请先勾选：同意')
  await tap('form-agreed')
  await tap('report-send')
  await waitFor(() => expect(bodyOf(fake, 'reportMatter')).toBeDefined())
  const body = bodyOf(fake, 'reportMatter')
  expect(body).toMatchObject({
    kind: '9901',
    areaCode: '441882118215',
    fields: { wish: 'green', hot: false, agreed: true },
  })
  expect(body.place).toBeUndefined()
})

test('what may be left out is folded away until somebody wants it', async () => {
  const fake = signedInPhone()
  await openReport(fake, { kind: '9901' })
  await waitFor(() => expect(byId('form-more')?.textContent).toContain('还可以填 1 项'))
  expect(byId('form-cup')).toBeNull()
  await tap('form-more')
  await type('form-cup', '王婶')
  expect(byId('form-cup')).not.toBeNull()
})

test('a half-filled form is back after the app was killed, chosen and typed', async () => {
  const fake = signedInPhone()
  const first = await openReport(fake, { kind: '9901' })
  await tap('form-wish-black')
  await tap('form-more')
  await type('form-cup', '王婶')
  document.body.innerHTML = ''
  const again = await startApp(fake)
  expect(again.drafts.openDraft(first.key)).toMatchObject({
    values: { wish: 'black' },
    texts: { cup: '王婶' },
  })
})

test('a report the server would not take says which field, and comes back with everything that was written', async () => {
  const fake = signedInPhone()
  const details = { field: 'wish', title: '喝什么' }
  fake.answer('reportMatter', problem('matter.form-wrong-value', details), 422)
  const { QueuePage, drafts } = await openReport(fake, { kind: '9901' })
  await tap('form-wish-green')
  await tap('form-hot-yes')
  await tap('form-agreed')
  await tap('report-send')
  document.body.innerHTML = ''
  await act(async () => void render(<QueuePage />))
  await screen.findByText('有一栏填得不对，请按提示改：喝什么')
  await tap('queue-mend-0')
  const key = fake.opened.pop()?.split('draft=')[1] ?? ''
  expect(drafts.openDraft(key)).toMatchObject({
    kind: '9901',
    values: { wish: 'green', hot: true, agreed: true },
    chosenArea: { code: '441882118215', name: '宝珠村' },
  })
})

describe('somebody nearby reported the same', () => {
  const similar = {
    number: '',
    statusTitle: '已上报',
    receivedAt: new Date().toISOString(),
    metres: 30,
    areaName: ownGrid.name,
    areaCode: ownGrid.code,
  }

  test('it is said beside the button to send, which still sends with the same tap', async () => {
    const fake = signedInPhone()
    fake.answer('findSimilar', { items: [similar] })
    fake.answer('reportMatter', { matter: matterOf() })
    await openReport(fake)
    await screen.findAllByText('宝珠村 第3网格')
    await tap('kind-0603')
    await screen.findByText('附近有人报过同样的事')
    expect(byId('similar')?.textContent).toContain('离这里约 30 米')
    await tap('report-send')
    await waitFor(() => expect(bodyOf(fake, 'reportMatter')).toMatchObject({ kind: '0603' }))
  })

  test('whoever has seen it is not told again, and whoever does not report leaves nothing behind', async () => {
    const fake = signedInPhone()
    fake.answer('findSimilar', { items: [similar] })
    const { key, drafts } = await openReport(fake)
    await screen.findAllByText('宝珠村 第3网格')
    await tap('kind-0603')
    await screen.findByText('附近有人报过同样的事')
    await tap('similar-anyway')
    expect(byId('similar')).toBeNull()
    await tap('kind-0601')
    await screen.findByText('附近有人报过同样的事')
    await tap('similar-drop')
    await waitFor(() => expect(drafts.openDraft(key)).toBeUndefined())
    expect(fake.opened).toEqual(['/pages/home/index'])
  })

  test('without an answer nothing is said and nothing waits', async () => {
    const fake = signedInPhone()
    fake.answers.delete('findSimilar')
    fake.answer('reportMatter', { matter: matterOf() })
    await openReport(fake)
    await screen.findAllByText('宝珠村 第3网格')
    await tap('kind-0603')
    await tap('report-send')
    await waitFor(() => expect(bodyOf(fake, 'reportMatter')).toBeDefined())
    expect(byId('similar')).toBeNull()
  })
})

async function openAct(fake: FakePlatform, form: FormField[]) {
  const matter = matterOf()
  fake.answer('getMatter', {
    matter,
    history: [],
    children: [],
    actions: [{ action: 'pour', title: '倒茶', primary: true, form }],
  })
  fake.answer('actOnMatter', { matter })
  const app = await startApp(fake)
  app.phone.router.params = { matterId: matter.matterId, action: 'pour' }
  await act(async () => void render(<app.ActPage />))
  return app
}

test('several units are called by their names, and taken back by a tap', async () => {
  const fake = signedInPhone()
  fake.answer('listAssignees', {
    people: [],
    areas: [{ code: '441882118', name: '西江镇' }],
    departments: [
      { code: 'water', name: '镇水利站' },
      { code: 'police', name: '派出所' },
    ],
  })
  await openAct(fake, [owners('请哪些单位')])
  await screen.findByText('镇水利站')
  await tap('act-owners-department-water')
  await tap('act-owners-department-police')
  await tap('act-owners-remove-0')
  await tap('act-submit')
  await waitFor(() => expect(bodyOf(fake, 'actOnMatter')).toBeDefined())
  expect(bodyOf(fake, 'actOnMatter').input).toEqual({
    owners: [{ kind: 'department', departmentCode: 'police' }],
  })
})

test('without signal a form that asks whom to call says so and keeps the rest', async () => {
  const fake = signedInPhone()
  await openAct(fake, [owners('请哪些单位')])
  await screen.findByText('没有网络，现在找不了。写好的都在，有信号再选。')
})

test('a checklist is written line by line, a day where there is one', async () => {
  const fake = signedInPhone()
  await openAct(fake, [rows('sections', '巡查哪几段')])
  await type('act-sections-0', '大桥到水闸')
  await act(async () => {
    const picker = byId('act-sections-0-due') as HTMLElement
    fireEvent(picker, new CustomEvent('change', { detail: { value: '2026-11-30' } }))
  })
  await tap('act-sections-add')
  await type('act-sections-1', '水闸到排涝站')
  await tap('act-submit')
  await waitFor(() => expect(bodyOf(fake, 'actOnMatter')).toBeDefined())
  expect(bodyOf(fake, 'actOnMatter').input).toEqual({
    sections: [{ title: '大桥到水闸', due: '2026-11-30' }, { title: '水闸到排涝站' }],
  })
})

test('a step the server would not take is opened again with what was chosen', async () => {
  const fake = signedInPhone()
  const { QueuePage, drafts } = await openAct(fake, [yesNo('hot', '要热的吗')])
  fake.answer('actOnMatter', problem('matter.changed-meanwhile'), 409)
  await tap('act-hot-yes')
  await tap('act-submit')
  document.body.innerHTML = ''
  await act(async () => void render(<QueuePage />))
  await screen.findByText('这件事刚被别人动过，请看过再办，您填的还在')
  await tap('queue-mend-0')
  const { matterId } = matterOf()
  expect(fake.opened.pop()).toBe(`/pages/act/index?matterId=${matterId}&action=pour`)
  expect(drafts.openDraft(`action-${matterId}-pour`)).toMatchObject({ values: { hot: true } })
})

test('whoever only looked at what can be begun has begun nothing', async () => {
  const fake = signedInPhone()
  const { BeginPage, drafts } = await startApp(fake)
  await act(async () => void render(<BeginPage />))
  await screen.findByText('坐下来，喝一杯')
  await tap('begin-teaRound')
  expect(drafts.unfinishedReports()).toEqual([])
  const key = fake.opened[0]?.split('draft=')[1] ?? ''
  drafts.changeDraft(key, (draft) => ({ ...draft, values: { wish: 'green' } }))
  expect(drafts.unfinishedReports()).toHaveLength(1)
})

test('a form of a task in hand opens without signal, as the flow’s own table draws it', async () => {
  const fake = signedInPhone()
  const handling = matterOf({ status: 'handling', statusTitle: '办理中' })
  fake.answer('listTasks', { items: [handling], next: null })
  const { ActPage, phone } = await startApp(fake)
  const { loadList } = await import('@miniapp/stores/lists')
  await act(async () => void (await loadList('mine')))
  phone.router.params = { matterId: handling.matterId, action: 'handle' }
  await act(async () => void render(<ActPage />))
  await screen.findByText('办好了', { selector: '.title' })
  expect(byId('act-result')).not.toBeNull()
})
