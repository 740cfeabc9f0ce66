import { checkFlow } from '@domain/flow/checkFlow'
import { emergencyDutyFlow } from '@domain/flows/emergencyDuty'
import {
  countyHub,
  gridWorkerLi,
  gridWorkerNextDoor,
  gridWorkerOfAnotherVillage,
  hubOperatorChen,
  hubOperatorOfLongping,
  policeOfficer,
  residentWang,
} from '../../support/people'
import { picture, play } from './play'

const police = { kind: 'department', departmentCode: '441882118-police' } as const
const alert = {
  level: 'orange',
  words: '今晚有大到暴雨，低洼处的人先转移',
  sections: [
    { title: '北堤一段', due: '2026-11-23T11:00:00+08:00' },
    { title: '北堤二段', due: '2026-11-23T11:00:00+08:00' },
  ],
}
const here = { where: '112.3801,24.7852,12', photos: [picture], note: '水位还在涨' }

const alerted = (kind = '1701') => play(emergencyDutyFlow, { kind }).report(hubOperatorChen, alert)
const missing = () =>
  alerted().does(gridWorkerLi, 'reportMissing', {
    missing: [{ title: '三组李家三口' }, { title: '五组阿婆一人' }],
  })

test('the table of emergency duty is sound', () => expect(checkFlow(emergencyDutyFlow)).toEqual([]))

test('the dike is walked, a seep is found, everybody is accounted for, and only then it is lifted', () => {
  const matter = missing()
    .does(gridWorkerLi, 'walk', { row: '1', ...here })
    .does(gridWorkerNextDoor, 'floodHazard', { hazard: '北堤二段渗水' })
    .does(hubOperatorChen, 'blowWhistle', { hazard: '北堤二段渗水', owners: [police] })
  expect(matter.refuses(hubOperatorChen, 'lift', { words: '解除' })).toBe(
    'matter.action-not-allowed',
  )
  matter
    .does(hubOperatorChen, 'accountFor', { row: '1', result: '平安，已转移' })
    .does(hubOperatorChen, 'accountFor', { row: '2', result: '已送医院' })
    .does(hubOperatorChen, 'lift', { words: '雨停了，可以回家' })
    .does(hubOperatorChen, 'summarise', { moved: 42, rescued: 3, result: '没有人员伤亡' })
  expect(matter.matter()).toMatchObject({
    status: 'closed',
    fields: { moved: 42, rescued: 3 },
    lists: { people: [{ note: '平安，已转移' }, { note: '已送医院' }] },
  })
  expect(
    matter.events().flatMap((event) => (event.type === 'ChildOpened' ? [event.flow] : [])),
  ).toEqual(['incident', 'whistle'])
})

test('an alert under which nobody was missing can be lifted', () => {
  expect(alerted().refuses(hubOperatorChen, 'lift', { words: '雨停了' })).toBeUndefined()
  expect(alerted().refuses(countyHub, 'lift', { words: '雨停了' })).toBeUndefined()
  for (const actor of [gridWorkerLi, residentWang, hubOperatorOfLongping])
    expect(alerted().refuses(actor, 'lift', { words: '雨停了' })).toBe('access.not-permitted')
})

test('a section nobody walked by its hour shows red, and stays a fact when it is walked after', () => {
  const matter = alerted().does(gridWorkerLi, 'walk', { row: '1', ...here })
  expect(
    matter
      .waits(1.9)
      .matter()
      .lists?.sections?.map(({ overdue }) => overdue),
  ).toEqual([undefined, undefined])
  matter.waits(0.2)
  expect(matter.events().at(-1)).toMatchObject({ type: 'RowOverdue', list: 'sections', key: '2' })
  matter.does(gridWorkerLi, 'walk', { row: '2', ...here })
  expect(matter.matter().lists?.sections?.[1]).toMatchObject({
    overdue: true,
    doneBy: gridWorkerLi.personId,
    note: '水位还在涨',
  })
})

test('a section is walked with place and photo, as often as it takes', () => {
  const matter = alerted()
  expect(matter.refuses(gridWorkerLi, 'walk', { ...here, row: '1', photos: [] })).toBe(
    'matter.form-incomplete photos',
  )
  for (const where of ['', '北堤', '24.7852', '12,95'])
    expect(matter.refuses(gridWorkerLi, 'walk', { ...here, row: '1', where })).toMatch(
      /^matter\.form-(incomplete|wrong-value) where$/,
    )
  matter.does(gridWorkerLi, 'walk', { row: '1', ...here })
  matter.does(gridWorkerNextDoor, 'walk', { row: '1', ...here })
  matter.does(gridWorkerNextDoor, 'walk', { row: '2', ...here })
  matter.does(gridWorkerNextDoor, 'walkAgain', { row: '1', ...here, note: '没有异常' })
  expect(matter.matter().lists?.sections?.[0]).toMatchObject({ note: '没有异常' })
})

test('the next round has hours of its own, and an hour without its offset is refused', () => {
  const matter = alerted()
  expect(
    matter.refuses(hubOperatorChen, 'addSections', {
      sections: [{ title: '南堤', due: '2026-11-23T13:00' }],
    }),
  ).toBe('matter.form-wrong-value sections')
  matter.does(hubOperatorChen, 'addSections', {
    sections: [{ title: '北堤一段，第二轮', due: '2026-11-23T13:00:00+08:00' }, { title: '南堤' }],
  })
  expect(matter.matter().lists?.sections).toHaveLength(4)
  expect(matter.matter().lists?.sections?.[2]?.dueAt).toBe(Date.parse('2026-11-23T05:00:00Z'))
})

test('workers of the whole township patrol and read the sections; others and residents do not', () => {
  const matter = alerted()
  for (const actor of [gridWorkerLi, gridWorkerOfAnotherVillage]) {
    expect(matter.first(actor)).toBe('walk')
    expect(matter.reading(actor)).toBe('open')
  }
  expect(matter.refuses(residentWang, 'walk', { row: '1', ...here })).toBe('access.not-permitted')
  expect(matter.reading(residentWang)).toBeUndefined()
  // Who is missing is for the hub and the rescuers.
  expect(emergencyDutyFlow.openLists).toEqual(['sections'])
})

test('a hazard becomes the incident that fits the duty', () => {
  const offered = (kind: string) =>
    alerted(kind)
      .offers(gridWorkerLi)
      .filter((action) => action.endsWith('Hazard'))
  expect(['1701', '1702', '1703', '1704'].map(offered)).toEqual([
    ['floodHazard'],
    ['floodHazard'],
    ['fireHazard'],
    ['slideHazard'],
  ])
  expect(alerted().refuses(gridWorkerLi, 'blowWhistle', { hazard: '渗水', owners: [police] })).toBe(
    'access.not-permitted',
  )
})

test('a rescue team signs, says whom it found, and answers, even after the alert is lifted', () => {
  const matter = missing()
    .does(hubOperatorChen, 'callRescue', { owners: [police], rescue: '三组救人' })
    .does(policeOfficer, 'signCall')
    .does(policeOfficer, 'rescued', { row: '1', result: '平安，已转移' })
    .does(hubOperatorChen, 'accountFor', { row: '2', result: '平安，在家' })
    .does(hubOperatorChen, 'lift', { words: '可以回家' })
    .does(policeOfficer, 'answerCall', { result: '都转移好了' })
  expect(matter.matter().called).toMatchObject([{ state: 'done', answer: '都转移好了' }])
  expect(missing().refuses(gridWorkerLi, 'rescued', { row: '1', result: '平安' })).toBe(
    'access.not-permitted',
  )
})

test('a person is accounted for with words, once', () => {
  const matter = missing()
  expect(matter.refuses(hubOperatorChen, 'accountFor', { row: '1' })).toBe(
    'matter.form-incomplete result',
  )
  matter.does(hubOperatorChen, 'accountFor', { row: '1', result: '平安，在家' })
  expect(matter.refuses(hubOperatorChen, 'accountFor', { row: '1', result: '平安' })).toBe(
    'matter.row-done',
  )
})

test('an alert is looked at every twelve hours: kept on, raised, lowered or lifted', () => {
  const matter = alerted().waits(11)
  matter.news()
  expect(matter.waits(1.1).news()).toEqual(['100 %: inCharge'])
  expect(matter.waits(6).news()).toEqual(['150 %: inCharge county'])
  const kept = alerted().waits(11).does(hubOperatorChen, 'keepOn', { note: '雨还没停' })
  kept.news()
  expect(kept.waits(11).news()).toEqual([])
  kept.does(hubOperatorChen, 'changeLevel', { level: 'red', words: '马上转移' })
  expect(kept.news()).toEqual(['changeLevel: area called county'])
  expect(kept.matter().fields?.level).toBe('red')
})

test('what the people must know stands on a card for the township', () => {
  const { announce, changeLevel, lift } = emergencyDutyFlow.statuses.alerted.actions
  for (const row of [announce, changeLevel, lift])
    expect(row).toMatchObject({ publishes: { words: 'words', to: 'township' } })
})

test('the rain comes back: the alert is taken up where it stood', () => {
  const matter = alerted()
    .does(hubOperatorChen, 'lift', { words: '雨停了' })
    .does(hubOperatorChen, 'alertAgain', { reason: '雨又大了', level: 'red', words: '再转移' })
  expect(matter.matter()).toMatchObject({ status: 'alerted', fields: { level: 'red' } })
})

test('a summary is due in three days, and pictures of who was helped are destroyed in thirty', () => {
  const matter = alerted()
    .does(gridWorkerLi, 'walk', { row: '1', ...here })
    .does(hubOperatorChen, 'lift', { words: '雨停了' })
  matter.news()
  expect(matter.waits(73).news()).toContain('100 %: assignee inCharge')
  matter.does(hubOperatorChen, 'summarise', { moved: 0, rescued: 0, result: '没有险情' })
  expect(matter.matter().photos).toHaveLength(1)
  expect(matter.waits(24 * 31).matter().photos).toEqual([])
})

test('only those who may issue an alert do, with a level and words for the people', () => {
  for (const actor of [gridWorkerLi, residentWang])
    expect(play(emergencyDutyFlow).refusesReport(actor, alert)).toBe('access.not-permitted')
  expect(play(emergencyDutyFlow).refusesReport(countyHub, alert)).toBeUndefined()
  expect(play(emergencyDutyFlow).refusesReport(hubOperatorChen, { level: 'red' })).toBe(
    'matter.form-incomplete words',
  )
})
