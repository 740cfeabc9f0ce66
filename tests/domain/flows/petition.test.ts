import { checkFlow } from '@domain/flow/checkFlow'
import { petitionFlow } from '@domain/flows/petition'
import {
  countyHub,
  gridWorkerLi,
  hubHeadHuang,
  hubOperatorChen,
  hubOperatorOfLongping,
  justiceOfficer,
  policeOfficer,
  residentOfAnotherVillage,
  residentWang,
  supervisor,
  townLeader,
} from '../../support/people'
import { monday9, picture, play } from './play'

const DAY = 24 * 3_600_000
const justice = { kind: 'department', departmentCode: '441882118-justice' } as const
const police = { kind: 'department', departmentCode: '441882118-police' } as const
const wish = { chosen: true, demand: '补发征地款', representatives: 1 }

const filed = (kind = '1201') => play(petitionFlow, { kind }).report(residentWang, wish)
const received = () =>
  filed().does(hubOperatorChen, 'receive', { firstReceiver: hubOperatorChen.personId })
const accepted = () =>
  received().does(hubHeadHuang, 'accept', {
    owner: justice,
    leader: townLeader.personId,
    note: '已受理，60 日内答复',
  })
const handling = () => accepted().does(justiceOfficer, 'claim')
const opinion = { answerNumber: '江信答〔2026〕1号', result: '经查，已补发' }
const answered = () => handling().does(justiceOfficer, 'answer', opinion)
const review = { reviewNumber: '县复查〔2026〕1号', outcome: 'upheld', result: '经审查，维持' }
const reviewed = () =>
  answered()
    .does(residentWang, 'askReview', { note: '数不对' })
    .does(countyHub, 'answerReview', review)
const transferred = () =>
  received().does(hubHeadHuang, 'transfer', { owner: police, reason: '属派出所职责' })

test('the table of petitions is sound', () => expect(checkFlow(petitionFlow)).toEqual([]))

test('a petition is one only by the person’s own word, and the words say what follows', () => {
  const { chosen: _own, ...silent } = wish
  expect(play(petitionFlow).refusesReport(residentWang, silent)).toBe(
    'matter.form-incomplete chosen',
  )
  expect(petitionFlow.purpose).toContain('不会悄悄变成内部工单')
  expect(petitionFlow.report.form[0]?.words).toContain('15 日内')
})

test('a petition is received, accepted, answered in writing, and the first receiver stays named', () => {
  const petition = answered()
  expect(petition.matter()).toMatchObject({
    status: 'answered',
    sensitivity: 'S2',
    lastNote: '经查，已补发',
    fields: { firstReceiver: hubOperatorChen.personId, answerNumber: '江信答〔2026〕1号' },
  })
  expect(petition.does(residentWang, 'rate', { solved: true, satisfaction: 'fair' }).status()).toBe(
    'answered',
  )
})

test('at most five come for all', () => {
  for (const representatives of [0, 6])
    expect(play(petitionFlow).refusesReport(residentWang, { ...wish, representatives })).toMatch(
      /representatives/,
    )
  expect(
    play(petitionFlow).refusesReport(residentWang, { ...wish, representatives: 5 }),
  ).toBeUndefined()
})

test('whoever petitions is told within fifteen days, counted from their own word', () => {
  const petition = filed()
  expect(petition.waits(24).news().slice(1)).toEqual([])
  petition.does(hubOperatorChen, 'receive', { firstReceiver: hubOperatorChen.personId }).news()
  expect(petition.matter().dueAt).toBe(monday9 + 15 * DAY)
  expect(petition.waits(24 * 14).news()).toEqual([
    '50 %: assignee',
    '80 %: assignee inCharge',
    '100 %: assignee inCharge',
  ])
})

test('a petition nobody has received after a day presses the heads', () => {
  const petition = filed()
  petition.news()
  expect(petition.waits(24).news()).toEqual(['7 %: inCharge'])
})

test('an answer takes sixty days, once thirty more, and never more than that', () => {
  const petition = handling()
  expect(petition.matter().dueAt).toBe(monday9 + 60 * DAY)
  petition.waits(24 * 50).does(hubHeadHuang, 'extend', { reason: '情况复杂' })
  expect(petition.matter()).toMatchObject({
    dueAt: monday9 + 90 * DAY,
    lastNote: '情况复杂',
  })
  expect(petition.refuses(hubHeadHuang, 'extend', { reason: '再延' })).toBe(
    'matter.action-not-allowed',
  )
  petition.news()
  expect(petition.waits(24 * 41).news()).toEqual([
    '80 %: assignee inCharge',
    '100 %: assignee inCharge',
  ])
  expect(petition.matter().late).toMatchObject([{ status: 'handling', stage: 'handle' }])
})

test('the sixty days run on when another unit takes it over', () => {
  const petition = handling()
    .waits(24 * 10)
    .does(hubHeadHuang, 'dispatch', { owner: police })
  petition.does(policeOfficer, 'claim')
  expect(petition.matter().dueAt).toBe(monday9 + 60 * DAY)
})

test('papers that are missing may follow, with a day for each and one contact for all', () => {
  const petition = received()
  expect(
    petition.refuses(hubHeadHuang, 'acceptLacking', {
      papers: [{ title: '土地证' }],
      owner: justice,
      note: '先受理',
    }),
  ).toBe('matter.form-incomplete contactName')
  petition.does(hubHeadHuang, 'acceptLacking', {
    papers: [
      { title: '土地证', due: '2026-11-30' },
      { title: '合同', due: '2026-12-05' },
    ],
    contactName: '小陈',
    contactPhone: '0763-6600000',
    owner: justice,
    note: '先受理，材料随后补',
  })
  petition.does(residentWang, 'bringPaper', { row: '1', photos: [picture] })
  petition.does(hubOperatorChen, 'receivePaper', { row: '2' })
  expect(petition.matter().lists?.['papers']?.every(({ doneAt }) => doneAt)).toBe(true)
  expect(petition.offers(residentWang)).not.toContain('bringPaper')
  expect(petition.matter().dueAt).toBe(monday9 + 60 * DAY)
})

test('a paper that has not come on its day is marked', () => {
  const petition = received().does(hubHeadHuang, 'acceptLacking', {
    papers: [{ title: '土地证', due: '2026-11-30' }],
    contactName: '小陈',
    contactPhone: '0763-6600000',
    owner: justice,
    note: '先受理',
  })
  petition.waits(24 * 8)
  expect(petition.matter().lists?.['papers']).toMatchObject([{ overdue: true }])
})

test('a unit objects to a transfer within five working days, and the fifteen days go on where they stood', () => {
  const petition = transferred().waits(48)
  petition.does(policeOfficer, 'object', { reason: '属自然资源所' })
  expect(petition.matter()).toMatchObject({ status: 'received', dueAt: monday9 + 17 * DAY })
  expect(petition.matter().task).toBeUndefined()
})

test('after five working days without a word the transfer stands, and it can no longer be refused', () => {
  const petition = transferred()
  petition.news()
  const news = petition.waits(24 * 8).news()
  expect(news).toContain('transferStands: taskOwner hub')
  expect(petition.status()).toBe('entrusted')
  expect(petition.refuses(policeOfficer, 'object', { reason: '不归我' })).toBe(
    'matter.action-not-allowed',
  )
  petition.does(policeOfficer, 'takeOn', { note: '已受理' })
  expect(petition.matter()).toMatchObject({
    status: 'handling',
    dueAt: petition.now() + 60 * DAY,
    lastNote: '已受理',
  })
})

test('a transfer to the wrong unit is taken back by whoever decided it', () => {
  expect(transferred().does(hubHeadHuang, 'takeBack', { reason: '转错了' }).matter()).toMatchObject(
    { status: 'received', dueAt: monday9 + 15 * DAY },
  )
})

test('an accusation of an official is shown its channel and goes to nobody else', () => {
  const petition = received().does(hubHeadHuang, 'decline', {
    channel: 'discipline',
    reason: '属于检举控告，请直接向纪检监察机关提出，我们不转给被反映的人和单位',
  })
  expect(petition.status()).toBe('declined')
  expect(petition.matter().lastNote).toContain('纪检监察')
  for (const somebody of [policeOfficer, justiceOfficer, gridWorkerLi])
    expect(petition.reading(somebody)).toBeUndefined()
  expect(petitionFlow.statuses.received.actions.decline.tells).toEqual(['reporter'])
})

test('a petition is read by those who decide and handle it, and not by workers of the village', () => {
  const petition = handling()
  for (const insider of [hubOperatorChen, hubHeadHuang, townLeader, justiceOfficer, supervisor])
    expect(petition.reading(insider)).toBe('insider')
  for (const outsider of [gridWorkerLi, policeOfficer, hubOperatorOfLongping])
    expect(petition.reading(outsider)).toBeUndefined()
})

test('the leader in charge meets the petitioner and writes it down; no other leader does', () => {
  const petition = handling().does(townLeader, 'leaderWord', {
    metOn: '2026-11-25',
    leaderSays: '本周内核实亩数',
  })
  expect(petition.matter().lastNote).toBe('本周内核实亩数')
  expect(
    petition.refuses(gridWorkerLi, 'leaderWord', { metOn: '2026-11-25', leaderSays: '好' }),
  ).toBe('access.not-permitted')
  const without = received().does(hubHeadHuang, 'accept', { owner: justice, note: '已受理' })
  expect(without.offers(townLeader)).not.toContain('leaderWord')
  without.does(hubHeadHuang, 'nameLeader', { leader: townLeader.personId })
  expect(without.offers(townLeader)).toContain('leaderWord')
})

test('from a joint meeting each department leaves with a task of its own', () => {
  const petition = handling()
  expect(petition.offers(hubHeadHuang)).not.toContain('recordMeeting')
  petition
    .does(hubHeadHuang, 'callMeeting', { owners: [police], agenda: '核实亩数' })
    .does(hubHeadHuang, 'recordMeeting', { minutes: '派出所周五前核实户籍' })
    .does(policeOfficer, 'signCall')
    .does(policeOfficer, 'answerCall', { result: '已核实' })
  expect(petition.matter()).toMatchObject({
    status: 'handling',
    called: [{ state: 'done', answer: '已核实' }],
    fields: { minutes: '派出所周五前核实户籍' },
  })
})

test('a review is asked for within thirty days and answered within thirty, by the level above', () => {
  const late = answered().waits(24 * 30 + 1)
  expect(late.refuses(residentWang, 'askReview', { note: '不服' })).toBe(
    'matter.action-not-allowed',
  )
  const petition = answered()
    .waits(24 * 29)
    .does(residentWang, 'askReview', { note: '不服' })
  expect(petition.matter().dueAt).toBe(petition.now() + 30 * DAY)
  for (const somebody of [hubHeadHuang, hubOperatorChen, justiceOfficer, residentWang])
    expect(petition.refuses(somebody, 'answerReview', review)).toBe('access.not-permitted')
  expect(petition.does(countyHub, 'answerReview', review).status()).toBe('reviewed')
})

test('an answer that does not stand is given anew, in half the time', () => {
  const petition = answered()
    .does(residentWang, 'askReview', { note: '不服' })
    .does(countyHub, 'orderAgain', { reason: '事实没有查清' })
  expect(petition.matter()).toMatchObject({
    status: 'handling',
    task: { claimedBy: justiceOfficer.personId },
    dueAt: monday9 + 30 * DAY,
  })
})

test('after the second review it is ended for good, and is said so in plain words', () => {
  const petition = reviewed().does(residentWang, 'askSecondReview', { note: '还是不服' })
  expect(petition.refuses(countyHub, 'answerSecondReview', review)).toBe('access.not-permitted')
  petition.does(supervisor, 'answerSecondReview', review)
  expect(petition.status()).toBe('final')
  expect(petition.offers(residentWang)).toEqual([])
  expect(petitionFlow.statuses.final.sentence).toContain('到此终结')
})

test('a repeat is known by its kind and by the number of the first', () => {
  const petition = play(petitionFlow, { kind: '1202' }).report(residentWang, {
    ...wish,
    earlierNumber: 'E4418822026110100011',
  })
  expect(petition.matter()).toMatchObject({
    kind: '1202',
    fields: { earlierNumber: 'E4418822026110100011' },
  })
  const found = filed().does(hubOperatorChen, 'receive', {
    firstReceiver: hubOperatorChen.personId,
    earlierNumber: 'E4418822026110100011',
  })
  expect(found.matter().fields?.['earlierNumber']).toBeDefined()
})

test('no list of petitioners is kept, and nobody but the petitioner takes it back', () => {
  expect(JSON.stringify(petitionFlow)).not.toMatch(/重点|稳控|缠访/)
  expect(filed().refuses(residentOfAnotherVillage, 'withdraw')).toBe('access.not-permitted')
  expect(filed().does(residentWang, 'withdraw').status()).toBe('withdrawn')
})

test('a petition that has stuck goes on the ledger of supervision', () => {
  const petition = handling().waits(24 * 61)
  petition.does(supervisor, 'supervise', { whyUnsolved: 'overdue', summary: '征地款超期未答复' })
  expect(petition.events().at(-1)).toMatchObject({ type: 'ChildOpened', flow: 'supervision' })
  expect(petition.matter()).toMatchObject({ status: 'handling', overdueSince: monday9 + 60 * DAY })
})
