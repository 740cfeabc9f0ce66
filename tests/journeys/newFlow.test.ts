import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { allFlows, checkFlows } from '@domain/flows/allFlows'
import { borrowingFlow } from '../support/borrowingFlow'
import { openCountyInTime, type CountyInTime } from '../support/browser/openCountyInTime'
import { newId } from '../support/httpClient'
import { testCounty } from '../support/testCounty'

const { township, village } = testCounty

const HUB = `hub-${township}`
const SECRETARY = `vo-${village}-1`
const BORROWER = `re-${village}-1`
const NEIGHBOUR = `re-${village}-2`

let county: CountyInTime
const matterId = newId()

/** The table, and not a line beside it. */
beforeAll(async () => {
  county = await openCountyInTime({ flows: [...allFlows, borrowingFlow] })
})

afterAll(() => county?.close())

type Input = NonNullable<RequestInputOf<Operations['actOnMatter']>['input']>

async function act(account: string, action: string, input: Input = {}) {
  const command = { commandId: newId(), matterId, action, input }
  return (await county.ask(account, 'actOnMatter', command)).matter
}

async function told(account: string) {
  const { items } = await county.ask(account, 'listNotices', {})
  return items.map(({ title, words, level }) => `${level} ${title} ${words}`)
}

test('the table of a system nobody knew is sound beside all others', () =>
  expect(checkFlows([...allFlows, borrowingFlow])).toEqual([]))

test('its kind stands in the list with its form, for those who may begin one', async () => {
  const { items } = await county.ask(BORROWER, 'listKinds', {})
  expect(items.find(({ code }) => code === '9801')).toMatchObject({
    name: '借用器材',
    flow: 'borrowing',
    flowTitle: '借用器材',
    purpose: borrowingFlow.purpose,
    at: 'village',
    photosMax: 0,
    mayReport: true,
    form: [
      { name: 'tool', type: 'choice', required: true },
      { name: 'until', type: 'day', required: true },
    ],
  })
})

test('a resident asks for the pump, and a form that lacks the day is sent back', async () => {
  const report = {
    commandId: newId(),
    matterId,
    kind: '9801',
    text: '给鱼塘换水',
    areaCode: village,
    discoveredAt: new Date(county.now()).toISOString(),
  }
  await expect(
    county.ask(BORROWER, 'reportMatter', { ...report, fields: { tool: 'pump' } }),
  ).rejects.toThrow('matter.form-incomplete')
  const { matter } = await county.ask(BORROWER, 'reportMatter', {
    ...report,
    fields: { tool: 'pump', until: county.day(2) },
  })
  expect(matter).toMatchObject({ status: 'requested', statusTitle: '等答复' })
  await expect(county.ask(NEIGHBOUR, 'getMatter', { matterId })).rejects.toThrow('jurisdiction')
})

test('the village lends it; what is to come back is on a list, and a neighbour waits for it', async () => {
  await expect(act(BORROWER, 'lend', { result: '我自己拿' })).rejects.toThrow('not-permitted')
  const lent = await act(SECRETARY, 'lend', { result: '到村委会来拿' })
  expect(lent.lists[0]?.rows.map(({ title }) => title)).toEqual(['机器', '水管', '电源线'])
  expect(await told(BORROWER)).toEqual(['note 借用器材 · 借出去了 借出：到村委会来拿'])
  const { items } = await county.ask(NEIGHBOUR, 'listMatters', { filter: { around: true } })
  expect(items).toMatchObject([{ matterId, reporter: { name: '' } }])
  expect((await act(NEIGHBOUR, 'waitForIt')).rolls).toMatchObject([{ roll: 'waiting', count: 1 }])
  await expect(act(NEIGHBOUR, 'waitForIt')).rejects.toThrow('matter.entered-before')
})

test('when the day is over, whoever has it and the village hear of it, once', async () => {
  await county.pass({ days: 1 })
  expect(await told(BORROWER)).toHaveLength(1)
  await county.passUntil(Date.parse(`${county.day(2)}T00:00:00+08:00`))
  const late = 'red 借用器材 · 借出去了 说好的日子过了，请还回来'
  expect((await told(BORROWER))[0]).toBe(late)
  expect((await told(HUB))[0]).toBe(late)
  await county.pass({ hours: 3 })
  expect(await told(BORROWER)).toHaveLength(2)
  expect((await county.ask(HUB, 'getMatter', { matterId })).matter.overdue).toBe(true)
})

test('with its last part it is returned by itself, and the neighbour hears that it is free', async () => {
  for (const key of ['1', '2'])
    expect(await act(SECRETARY, 'takeBack', { row: key })).toMatchObject({ status: 'lent' })
  expect(await act(SECRETARY, 'takeBack', { row: '3' })).toMatchObject({
    status: 'returned',
    ended: true,
  })
  expect(await told(NEIGHBOUR)).toEqual(['note 借用器材 · 已还 都还了'])
})

test('it is counted like every other', async () => {
  const figures = await county.ask(HUB, 'readFigures', {
    areaCode: township,
    from: county.day(-5),
    until: county.day(),
  })
  const own = figures.flows.find(({ flow }) => flow === 'borrowing')
  expect(own?.title).toBe('借用器材')
  const counts = Object.fromEntries(own?.counts.map(({ name, count }) => [name, count]) ?? [])
  expect(counts).toMatchObject({ reported: 1, open: 0, ended: 1, overdue: 1 })
  expect(own?.rates.find(({ name }) => name === 'ended')?.words).toContain('1/1')
})
