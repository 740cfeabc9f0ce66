import { identitySearchFlow } from '@domain/flows/identitySearch'
import { noticesOf } from '@domain/flow/noticesOf'
import {
  gridWorkerLi,
  gridWorkerOfAnotherVillage,
  hubOperatorChen,
  hubOperatorOfLongping,
  officerLin,
  policeOfficer,
  residentWang,
  villageSecretary,
} from '../../support/people'
import { picture, play, type Play } from './play'

const lostPerson = {
  code: '0701',
  name: '走失、身份不明或疑似精神障碍人员',
  urgency: 'U1',
  sensitivity: 'S3',
  basePoints: 10,
} as const
const township = '441882118'
const county = '441882'
const ring = { ring: township, looks: '五十来岁，蓝外套，说本地话' }
const coming = { coming: '高山村的，女儿半小时到', recogniser: gridWorkerOfAnotherVillage.personId }
const daughter = { receiver: '女儿', kinship: '母女', receiverPhone: '13800000000' }
const verified = { verified: true, result: '家里人已接到，谢谢您' }

const found = () =>
  play(identitySearchFlow, { kind: lostPerson }).report(officerLin, {}, { photos: [picture] })
const searching = () => found().does(hubOperatorChen, 'openSearch', ring)
const unknown = () => searching().waits(2)

describe('a person who cannot say who they are', () => {
  test('is known within the township, stayed with, fetched, and both finders are thanked', () => {
    const search = found().does(officerLin, 'stay')
    expect(search.first(hubOperatorChen)).toBe('openSearch')
    search.does(hubOperatorChen, 'openSearch', ring)
    expect(search.first(gridWorkerOfAnotherVillage)).toBe('answerSearch')
    search
      .does(gridWorkerOfAnotherVillage, 'answerSearch', { known: 'yes', note: '高山村潘家的' })
      .does(hubOperatorChen, 'confirmKnown', coming)
      .does(officerLin, 'handOverToFamily', daughter)
      .does(hubOperatorChen, 'closeFamily', verified)
    expect(search.matter()).toMatchObject({ status: 'closed', lastNote: verified.result })
    expect(search.matter().confirmedAt).toBeDefined()
    const pays = identitySearchFlow.statuses.searching.actions.confirmKnown.pays
    expect(pays).toMatchObject({ to: { named: 'recogniser' } })
    expect(search.matter().fields?.recogniser).toBe(gridWorkerOfAnotherVillage.personId)
  })

  test('is accepted within ten minutes of any hour, or those in charge and the county hear of it', () => {
    const search = found()
    search.news()
    expect(search.waits(10 / 60).news()).toContain('100 %: assignee inCharge')
    expect(search.waits(5 / 60).news()).toEqual(['150 %: inCharge county'])
  })

  test('is pictured once, and by nobody else', () => {
    expect(identitySearchFlow.report.photosMax).toBe(1)
    const forms = Object.values(identitySearchFlow.statuses).flatMap(({ actions }) =>
      Object.values(actions as Record<string, { form: readonly { type: string }[] }>),
    )
    expect(forms.flatMap(({ form }) => form).filter(({ type }) => type === 'photos')).toEqual([])
  })
})

describe('the search', () => {
  test('asks the workers of the ring and shows nothing to anybody else', () => {
    const search = searching()
    expect(search.reading(gridWorkerOfAnotherVillage)).toBe('ring')
    expect(search.reading(hubOperatorChen)).toBe('insider')
    for (const stranger of [residentWang, hubOperatorOfLongping, policeOfficer])
      expect(search.reading(stranger)).toBeUndefined()
  })

  test('was hidden before it was opened, even from the workers of its own village', () => {
    for (const worker of [gridWorkerLi, villageSecretary, gridWorkerOfAnotherVillage])
      expect(found().reading(worker)).toBeUndefined()
  })

  test('says nothing of the person in a notice, since it is read on a locked screen', () => {
    const search = searching()
    const told = noticesOf(identitySearchFlow, search.matter(), search.events())
    expect(told.map(({ to }) => to)).toContain('ring')
    for (const { title, words } of told.filter(({ to }) => to === 'ring'))
      expect(title + words).not.toContain('蓝外套')
  })

  test('is answered once each, to the hub alone', () => {
    const search = searching()
    search.news()
    search.does(gridWorkerLi, 'answerSearch', { known: 'no' })
    expect(search.news()).toEqual(['answerSearch: hub'])
    expect(search.refuses(gridWorkerLi, 'answerSearch', { known: 'maybe' })).toBe(
      'matter.entered-before',
    )
    expect(search.matter().rolls?.answers).toEqual({ count: 1, byValue: { no: 1 } })
    expect(search.matter().fields).not.toHaveProperty('known')
    expect(search.refuses(officerLin, 'answerSearch', { known: 'yes' })).toBe(
      'access.not-permitted',
    )
  })

  test('is to be widened after fifteen and thirty minutes, by the hub and not by itself', () => {
    const search = searching()
    search.news()
    expect(search.waits(0.25).news()).toEqual(['13 %: inCharge'])
    expect(search.waits(0.25).news()).toEqual(['25 %: inCharge'])
    const [warning] = noticesOf(identitySearchFlow, search.matter(), search.rows().at(-1) ?? [])
    expect(warning?.words).toContain('问全县')
    expect(search.matter().fields?.ring).toBe(township)
    search.does(hubOperatorChen, 'widen', { ring: county })
    const before = search.matter().dueAt
    expect(search.matter()).toMatchObject({ status: 'searching', fields: { ring: county } })
    expect(search.matter().dueAt).toBe(before)
  })

  test('goes on when the one who came was the wrong one', () => {
    const search = searching()
      .does(hubOperatorChen, 'confirmKnown', coming)
      .does(hubOperatorChen, 'notKnown', { reason: '来的人说不是' })
    expect(search.status()).toBe('searching')
    expect(search.matter().fields).not.toHaveProperty('recogniser')
  })
})

describe('nobody knows them', () => {
  test('for two hours: it turns by itself, and the police is the first thing to do', () => {
    const search = searching()
    search.news()
    search.waits(2)
    expect(search.news()).toContain('passTwoHours: hub reporter assignee')
    expect(search.status()).toBe('unknown')
    expect(search.first(hubOperatorChen)).toBe('referToPolice')
    expect(search.waits(1 / 6).news()).toEqual(['1 %: inCharge county'])
  })

  test('but somebody still may, until a day after the search was opened', () => {
    const search = unknown()
      .waits(1)
      .does(hubOperatorChen, 'referToPolice', { police: '西江派出所值班室' })
    expect(search.reading(gridWorkerLi)).toBe('ring')
    expect(search.waits(20.9).status()).toBe('withPolice')
    search.waits(0.2)
    expect(search.status()).toBe('expired')
    expect(search.reading(gridWorkerLi)).toBeUndefined()
    expect(search.refuses(gridWorkerLi, 'answerSearch', { known: 'yes' })).toBe(
      'access.not-permitted',
    )
  })

  test('and nobody told the police: the ring is closed after a day all the same', () => {
    const search = unknown().waits(22)
    expect(search.status()).toBe('expired')
    search.does(hubOperatorChen, 'referToPolice', { police: '西江派出所值班室' })
    expect(search.reading(gridWorkerLi)).toBeUndefined()
  })

  test('and goes to the relief station, of whom the hub has asked a name', () => {
    const search = unknown()
    expect(search.refuses(hubOperatorChen, 'recordOffice', { receivedBy: 'relief' })).toBe(
      'matter.form-incomplete receiver',
    )
    search
      .does(hubOperatorChen, 'recordOffice', {
        receivedBy: 'relief',
        receiver: '救助站值班员',
        receiverPhone: '07630000000',
      })
      .does(hubOperatorChen, 'close', { result: '人已平安交接，谢谢您' })
    expect(search.status()).toBe('closed')
  })
})

describe('whoever stays', () => {
  const late = (search: Play) => search.events().filter(({ type }) => type === 'RowOverdue').length

  test('says so every quarter of an hour, and the hub hears of the first silent one', () => {
    const search = found().does(officerLin, 'stay').waits(0.2).does(officerLin, 'checkIn')
    search.waits(0.2)
    expect(late(search)).toBe(0)
    search.waits(0.1)
    expect(late(search)).toBe(1)
    search.does(officerLin, 'checkIn').waits(0.2)
    expect(late(search)).toBe(1)
  })

  test('may be somebody the hub sends, who is missed until they are there', () => {
    const search = found().does(hubOperatorChen, 'sendCompanion', {
      owner: { kind: 'person', personId: residentWang.personId },
    })
    search.waits(0.25)
    expect(late(search)).toBe(1)
    expect(search.first(residentWang)).toBe('goStay')
    search.does(residentWang, 'goStay').does(residentWang, 'checkIn')
    expect(search.refuses(officerLin, 'checkIn')).toBe('access.not-permitted')
  })

  test('may leave, and the hub is told at once', () => {
    const search = found().does(officerLin, 'stay')
    search.news()
    search.does(officerLin, 'leave', { reason: '我有急事，请换人' })
    expect(search.news()).toEqual(['leave: hub reporter'])
    expect(search.matter().task).toBeUndefined()
    search.waits(1)
    expect(late(search)).toBe(0)
  })

  test('does not push the search’s own time away', () => {
    const search = searching()
    const { dueAt } = search.matter()
    search.does(officerLin, 'stay').does(officerLin, 'checkIn')
    search.does(hubOperatorChen, 'sendCompanion', {
      owner: { kind: 'person', personId: residentWang.personId },
    })
    expect(search.matter().dueAt).toBe(dueAt)
  })

  test('is not watched any more once the family has come', () => {
    const search = searching()
      .does(officerLin, 'stay')
      .does(officerLin, 'handOverToFamily', daughter)
      .waits(3)
    expect(late(search)).toBe(0)
  })
})

describe('the end', () => {
  const handedOver = () =>
    searching().does(officerLin, 'stay').does(officerLin, 'handOverToFamily', daughter)

  test('needs the family called by phone', () => {
    const search = handedOver()
    expect(search.offers(hubOperatorChen)).toEqual(['closeFamily'])
    expect(search.refuses(hubOperatorChen, 'closeFamily', { ...verified, verified: false })).toBe(
      'matter.form-incomplete verified',
    )
  })

  test('is confirmed once, however it ended, and never by the one who reported', () => {
    const search = handedOver().does(hubOperatorChen, 'closeFamily', verified)
    expect(search.events().filter(({ type }) => type === 'ReportConfirmed')).toHaveLength(1)
    const both = { ...hubOperatorChen, personId: officerLin.personId }
    expect(searching().refuses(both, 'confirmKnown', coming)).toBe('access.not-permitted')
  })

  test('leaves no picture after thirty days, only the fact', () => {
    const search = handedOver().does(hubOperatorChen, 'closeFamily', verified)
    expect(search.waits(29 * 24).matter().photos).toHaveLength(1)
    expect(search.waits(2 * 24).matter()).toMatchObject({ status: 'closed', photos: [] })
  })
})
