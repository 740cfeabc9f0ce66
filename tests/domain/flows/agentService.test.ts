import { checkFlow } from '@domain/flow/checkFlow'
import { agentServiceFlow } from '@domain/flows/agentService'
import {
  gridWorkerLi,
  gridWorkerNextDoor,
  gridWorkerOfAnotherVillage,
  hubHeadHuang,
  hubOperatorChen,
  residentWang,
  village,
} from '../../support/people'
import { picture, play } from './play'

const kind = {
  code: '0704',
  urgency: 'U4',
  accept: { hours: 8, clock: 'working' },
  handle: { hours: 24, clock: 'working' },
  sensitivity: 'S2',
} as const
const asked = {
  asker: 'self',
  personName: '邓阿婆',
  item: 'idCard',
  atHome: true,
  walksBadly: true,
  agreesToAgent: true,
}
const toLi = { owner: { kind: 'person', personId: gridWorkerLi.personId } } as const
const toNextDoor = { owner: { kind: 'person', personId: gridWorkerNextDoor.personId } } as const

const requested = (fields: object = {}, by = residentWang) =>
  play(agentServiceFlow, { kind }).report(by, { ...asked, ...fields })
const helping = () => requested().does(hubOperatorChen, 'assign', toLi).does(gridWorkerLi, 'claim')
const delivered = () =>
  helping().does(gridWorkerLi, 'deliver', { result: '证件送到本人手上', signature: picture })

test('the table of agents is sound', () => expect(checkFlow(agentServiceFlow)).toEqual([]))

test('one helper gets the ID card of somebody who cannot walk, from the asking to the rating by one tap', () => {
  const matter = helping()
    .does(gridWorkerLi, 'listPapers', { papers: [{ title: '户口簿' }, { title: '一寸照片' }] })
    .does(gridWorkerLi, 'visit', { visitFor: 'picture', photos: [picture] })
    .does(gridWorkerLi, 'paperReady', { row: '2' })
    .does(gridWorkerLi, 'checkCertificate', {
      person: '邓阿婆',
      last4: '0021',
      use: '换身份证',
      receiver: '西江派出所',
      agrees: true,
    })
    .does(gridWorkerLi, 'submit', { expectedOn: '2026-12-10', office: '派出所户籍窗口' })
    .does(gridWorkerLi, 'visit', { visitFor: 'deliver' })
    .does(gridWorkerLi, 'deliver', { result: '送到本人手上', signature: picture })
    .does(residentWang, 'rate', { satisfaction: 'satisfied' })
  expect(matter.matter()).toMatchObject({
    status: 'closed',
    handlers: [gridWorkerLi.personId],
    fields: { satisfaction: 'satisfied' },
  })
  expect(matter.events()).toContainEqual(
    expect.objectContaining({ type: 'ChildOpened', flow: 'certificateCheck' }),
  )
})

test('those who walk with difficulty come first: half of the time until somebody is there', () => {
  const [first, other] = [requested(), requested({ walksBadly: false })]
  expect([first, other].map((one) => one.matter().time?.limit.hours)).toEqual([4, 8])
  expect(first.matter().dueAt).toBeLessThan(other.matter().dueAt ?? 0)
  const taken = first.does(hubOperatorChen, 'assign', toLi)
  expect(taken.matter().time?.limit.hours).toBe(4)
  expect(taken.does(gridWorkerLi, 'claim').matter().time?.limit.hours).toBe(24)
})

test('a request that lies is seen at half its time, and red when it is over', () => {
  const matter = requested({ walksBadly: false })
  matter.news()
  expect(matter.waits(30).news()).toEqual([
    '50 %: assignee',
    '80 %: assignee inCharge',
    '100 %: assignee inCharge',
  ])
})

test('nobody does an errand without the consent of whom it is for', () => {
  const report = (fields: object) =>
    play(agentServiceFlow, { kind }).refusesReport(residentWang, { ...asked, ...fields })
  expect(report({ agreesToAgent: false })).toBe('matter.form-incomplete agreesToAgent')
  expect(report({ personPhone: undefined, relation: undefined })).toBeUndefined()
  expect(report({ personPhone: '没有' })).toBe('matter.form-wrong-value personPhone')
})

test('a third visit is not asked of anybody', () => {
  const visit = { visitFor: 'papers' }
  const matter = helping().does(gridWorkerLi, 'visit', visit)
  matter.does(gridWorkerLi, 'submit', { expectedOn: '2026-12-01', office: '社保窗口' })
  matter.does(gridWorkerLi, 'visit', visit)
  expect(matter.refuses(gridWorkerLi, 'visit', visit)).toBe('matter.action-not-allowed')
  matter.does(gridWorkerLi, 'needMore', { reason: '窗口要补一样材料' })
  expect(matter.offers(gridWorkerLi)).not.toContain('visit')
})

test('the helper stays the same to the end; only the hub gives it to another, and says why', () => {
  const matter = helping()
  for (const actor of [gridWorkerLi, gridWorkerNextDoor, residentWang])
    expect(matter.refuses(actor, 'handOver', { ...toNextDoor, reason: '换人' })).toBe(
      'access.not-permitted',
    )
  expect(matter.refuses(hubOperatorChen, 'handOver', toNextDoor)).toBe(
    'matter.form-incomplete reason',
  )
  matter.does(hubOperatorChen, 'handOver', { ...toNextDoor, reason: '帮办员请假' })
  expect(matter.matter().lastNote).toBe('帮办员请假')
  expect(matter.does(gridWorkerNextDoor, 'claim').status()).toBe('helping')
  expect(matter.refuses(gridWorkerLi, 'deliver')).toBe('access.not-permitted')
})

test('the worker of the grid may help at once, without waiting to be sent', () => {
  expect(requested().does(gridWorkerLi, 'take').matter()).toMatchObject({
    status: 'helping',
    task: { claimedBy: gridWorkerLi.personId },
  })
  expect(requested().refuses(gridWorkerOfAnotherVillage, 'take')).toBe('access.not-permitted')
})

test('a pool of helpers is asked, and the first who claims stays', () => {
  const pool = { owner: { kind: 'area', areaCode: village } } as const
  const matter = requested().does(hubOperatorChen, 'assign', pool).does(gridWorkerLi, 'claim')
  expect(matter.refuses(gridWorkerNextDoor, 'claim')).toBe('task.already-claimed')
})

test('delivery needs a signature, or a receipt where somebody cannot sign', () => {
  const matter = helping()
  expect(matter.refuses(gridWorkerLi, 'deliver', { result: '送到了' })).toBe(
    'matter.form-incomplete signature',
  )
  expect(matter.refuses(gridWorkerLi, 'deliverByReceipt', { result: '送到了' })).toBe(
    'matter.form-incomplete receipt',
  )
  matter.does(gridWorkerLi, 'deliverByReceipt', { result: '送到了', receipt: '组长在场' })
  expect(matter.status()).toBe('closed')
})

test('the window’s own day is the limit, and whoever asked hears when it moves', () => {
  const matter = helping().does(gridWorkerLi, 'submit', {
    expectedOn: '2026-11-30',
    office: '派出所',
  })
  expect(matter.matter().dueAt).toBe(Date.parse('2026-12-01T00:00:00+08:00'))
  matter.does(gridWorkerLi, 'newDay', { reason: '制证要多等几天', expectedOn: '2026-12-07' })
  expect(matter.matter().dueAt).toBe(Date.parse('2026-12-08T00:00:00+08:00'))
  expect(matter.waits(24 * 15).matter().late).toMatchObject([{ status: 'submitted' }])
})

test('a worker who asked for somebody does not rate the errand; the hub calls and asks', () => {
  const matter = requested({ asker: 'worker' }, gridWorkerLi)
    .does(gridWorkerLi, 'take')
    .does(gridWorkerLi, 'deliver', { result: '送到了', signature: picture })
  expect(matter.offers(gridWorkerLi)).not.toContain('rate')
  matter.does(hubOperatorChen, 'callBack', { solved: true, satisfaction: 'fair' })
  expect(matter.matter().fields?.satisfaction).toBe('fair')
  expect(matter.offers(hubOperatorChen)).not.toContain('callBack')
})

test('what was not solved goes back to the same helper, and what cannot be done says why', () => {
  const matter = delivered().does(residentWang, 'reopen', { reason: '还是老样子' })
  expect(matter.matter()).toMatchObject({
    status: 'helping',
    task: { claimedBy: gridWorkerLi.personId },
  })
  const declined = requested().does(hubOperatorChen, 'decline', { reason: '这件事要本人到场' })
  expect(declined.matter().lastNote).toBe('这件事要本人到场')
})

test('photos made for it are deleted a month after it is done', () => {
  const matter = helping()
    .does(gridWorkerLi, 'visit', { visitFor: 'picture', photos: [picture] })
    .does(gridWorkerLi, 'deliver', { result: '送到了', signature: picture })
  expect(matter.waits(24 * 31).matter().photos).toEqual([])
})

test('more time is asked once and granted by the head of the hub', () => {
  const matter = helping().does(gridWorkerLi, 'askExtension', { reason: '等材料' })
  expect(matter.refuses(hubOperatorChen, 'grantExtension')).toBe('access.not-permitted')
  expect(matter.does(hubHeadHuang, 'grantExtension').matter().time?.limit.hours).toBe(36)
})
