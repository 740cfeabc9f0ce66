import { DAY_MS, MINUTE_MS } from '@domain/shared/instant'
import type { LiveEvent } from '@cloud/live/liveFeed'
import { succeed } from '../../support/openTestApp'
import { placeInBaozhu, testCounty } from '../../support/testCounty'
import { openPrivacyCounty, type PrivacyCounty, type Who } from './privacyCounty'

let county: PrivacyCounty
beforeAll(async () => {
  county = await openPrivacyCounty()
}, 60_000)
afterAll(() => county.close())

const hub = 'hubOperatorOfXijiang'
const { township, village } = testCounty
const spoken = '只有镇里能看的话'

async function aSearch(): Promise<{ matterId: string; fileId: string }> {
  const fileId = await county.photoFrom('informationOfficerTang')
  const matterId = await county.report('informationOfficerTang', {
    kind: '0701',
    text: spoken,
    fileIds: [fileId],
  })
  const owner = { kind: 'person', personId: county.cast.gridWorkerLi.personId }
  await county.act(hub, matterId, 'openSearch', { ring: township, looks: '灰上衣' })
  await county.act(hub, matterId, 'sendCompanion', { owner })
  await county.act('gridWorkerLi', matterId, 'goStay')
  return { matterId, fileId }
}

test('those who are asked see no name, no words and no place, and photos only when they open it', async () => {
  const { matterId } = await aSearch()
  const asked = 'gridWorkerOfAnotherVillage'
  const around = await succeed(county.ask(asked, 'listMatters', { filter: { around: true } }))
  const listed = around.items.find((one: any) => one.matterId === matterId)
  expect(listed).toMatchObject({ text: '', photos: [], lists: [], rolls: [] })
  expect(await county.readsOf(matterId)).toEqual([])
  const page = await county.seen(asked, matterId)
  expect(page.matter.photos).toHaveLength(1)
  expect(page.matter.photos[0].url).toContain('&n=1')
  expect(page.history).toEqual([])
  for (const view of [listed, page]) {
    expect(view.place ?? view.matter?.place).toBeUndefined()
    for (const who of ['informationOfficerTang', 'gridWorkerLi', hub] as const)
      expect(JSON.stringify(view)).not.toContain(county.cast[who].name)
    expect(JSON.stringify(view)).not.toContain(spoken)
    expect(JSON.stringify(view)).toContain('灰上衣')
  }
  expect(await county.readsOf(matterId)).toEqual([[asked, 'matter']])
})

test('what one knows of somebody is read by the hub alone', async () => {
  const { matterId } = await aSearch()
  const note = '是邻村老覃家的'
  await county.act('gridWorkerOfAnotherVillage', matterId, 'answerSearch', { known: 'yes', note })
  const roll = (who: Who) => county.ask(who, 'listRoll', { matterId, roll: 'answers' })
  expect(JSON.stringify((await roll(hub)).body)).toContain(note)
  for (const who of [
    'gridWorkerOfTheNextGrid',
    'gridWorkerOfAnotherVillage',
    'informationOfficerTang',
  ] as const) {
    expect((await roll(who)).status).toBe(403)
    expect(JSON.stringify(await county.seen(who, matterId))).not.toContain(note)
  }
})

test('after a day those who were asked see it no more', async () => {
  const { matterId } = await aSearch()
  const asked = 'gridWorkerOfAnotherVillage'
  expect((await county.ask(asked, 'getMatter', { matterId })).status).toBe(200)
  await county.act(hub, matterId, 'confirmKnown', { coming: '家里人来接' })
  expect((await county.ask(asked, 'getMatter', { matterId })).status).toBe(403)
})

test('each page of a sensitive matter that somebody opens is on record, the reporter’s own is not', async () => {
  const { matterId } = await aSearch()
  await county.seen(hub, matterId)
  await county.seen('informationOfficerTang', matterId)
  await county.seen('gridWorkerLi', matterId)
  await county.seen(hub, matterId)
  expect(await county.readsOf(matterId)).toEqual([
    [hub, 'matter'],
    ['gridWorkerLi', 'matter'],
    [hub, 'matter'],
  ])
  const litter = await county.report('residentChen', {})
  await county.seen(hub, litter)
  expect(await county.readsOf(litter)).toEqual([])
})

/** What two families would not have the village know. */
const quarrel = '两家为一堵墙'

const kept: [string, Record<string, unknown>][] = [
  [
    'civilClinic',
    { areaCode: village, fields: { onBehalf: 'self', oneSide: '甲家', otherSide: '乙家' } },
  ],
  [
    'mediation',
    { areaCode: township, fields: { oneSide: '甲家', otherSide: '乙家', agrees: true } },
  ],
  [
    'petition',
    { areaCode: township, fields: { chosen: true, demand: quarrel, representatives: 1 } },
  ],
]

/** Workers, officers and neighbours who may read other matters of the same place. */
const others = [
  'gridWorkerLi',
  'gridWorkerOfTheNextGrid',
  'villageOfficerOfBaozhu',
  'anotherResident',
  'unitHeadOfBaozhu',
  'waterOfficerOfXijiang',
  'hubOperatorOfAnotherTownship',
] as const

async function kindOf(flow: string): Promise<string> {
  const { items, kinds } = await succeed(county.ask('residentChen', 'listKinds'))
  return (items ?? kinds).find((kind: any) => kind.flow === flow && kind.mayReport).code
}

test.each(kept)('%s is met by no other worker, wherever they look', async (flow, change) => {
  const heard = new Map<string, LiveEvent[]>()
  const leave = await Promise.all(
    others.map((who) => {
      const events: LiveEvent[] = []
      heard.set(who, events)
      const send = (event: LiveEvent) => void events.push(event)
      return county.app.live.join({ actor: county.cast[who], send }, undefined)
    }),
  )
  const { cursor } = await succeed(county.ask('gridWorkerLi', 'listChanges'))
  const kind = await kindOf(flow)
  const matterId = await county.report('residentChen', {
    kind,
    text: quarrel,
    place: placeInBaozhu,
    ...change,
  })
  const inSight = await county.report('residentChen', { text: '看得见的事' })
  county.moveClock(60 * DAY_MS)
  await county.app.runRound({ budgetMs: 5_000 })
  county.moveClock(-60 * DAY_MS)
  await until(() => (heard.get('gridWorkerLi') ?? []).some(isAbout(inSight)))
  for (const end of leave) end()
  for (const who of others) {
    const places = [
      ['getMatter', { matterId }],
      ['findSimilar', { kind, place: placeInBaozhu }],
      ['listMatters', {}],
      ['listMatters', { filter: { around: true } }],
      ['listMatters', { filter: { flow } }],
      ['listMatters', { filter: { search: quarrel } }],
      ['listTasks', { box: 'pool' }],
      ['listChanges', { after: cursor }],
      ['listNotices', { limit: 100 }],
      ['listCards', {}],
    ] as const
    for (const [name, body] of places) {
      const answer = JSON.stringify((await county.ask(who, name, body)).body)
      expect([who, name, answer]).toEqual([who, name, expect.not.stringContaining(matterId)])
      expect([who, name, answer]).toEqual([who, name, expect.not.stringContaining(quarrel)])
    }
    const similar = await county.ask(who, 'findSimilar', { kind, place: placeInBaozhu })
    expect([who, similar.body.items]).toEqual([who, []])
    expect((heard.get(who) ?? []).filter(isAbout(matterId))).toEqual([])
  }
  expect((await county.seen(hub, matterId)).matter.text).toBe(quarrel)
})

const isAbout = (matterId: string) => (event: LiveEvent) => event.matter.matterId === matterId

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn++)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

test('the village reads the sections of an alert, and not the people', async () => {
  const matterId = await county.report(hub, {
    kind: '1701',
    text: '',
    areaCode: township,
    place: undefined,
    fields: { level: 'red', words: '快转移', sections: [{ title: '宝珠河堤' }] },
  })
  await county.act(hub, matterId, 'listMissing', { missing: [{ title: '覃无此人家两人' }] })
  const { matter, history } = await county.seen('persuaderOfBaozhu', matterId)
  expect(matter.lists.map(({ list }: { list: string }) => list)).toEqual(['sections'])
  expect(JSON.stringify(matter)).not.toContain('覃无此人')
  expect(matter.reporter.name).toBe('')
  expect(history).toEqual([])
})

/** A deputy, who has no post there. */
const deputy = 'residentOfAnotherVillage'

async function aSupervision(): Promise<string> {
  const form = await succeed(county.ask('supervisor', 'listKinds'))
  const kind = (form.items ?? form.kinds).find((one: any) => one.code === '1401')
  const fields = Object.fromEntries(
    kind.form
      .filter((field: any) => field.required)
      .map((field: any) => [field.name, field.choices?.[0]?.value ?? '拖了一年']),
  )
  return county.report('supervisor', {
    kind: '1401',
    text: '路一直没修',
    areaCode: township,
    place: undefined,
    fields,
  })
}

test('a guest of a supervision reads along until their day, and not after', async () => {
  const matterId = await aSupervision()
  const now = county.app.context.now()
  const dayOf = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)
  const look = () => county.ask(deputy, 'getMatter', { matterId })
  expect((await look()).status).toBe(403)
  await county.act('supervisor', matterId, 'inspectJointly', {
    inspectOn: dayOf(now + DAY_MS),
    deputies: [county.cast[deputy].personId],
    guestsUntil: dayOf(now + 2 * DAY_MS),
  })
  expect((await look()).status).toBe(200)
  const end = Date.parse(`${dayOf(now + 2 * DAY_MS)}T00:00:00+08:00`) + DAY_MS
  county.moveClock(end - MINUTE_MS - now)
  expect((await look()).status).toBe(200)
  county.moveClock(MINUTE_MS)
  expect((await look()).status).toBe(403)
  expect((await county.ask(deputy, 'listChanges', { after: '0.0' })).body.items ?? []).toEqual([])
})

test('notices and events of sensitive matters carry none of their words', async () => {
  const said = '说给上报人听的话'
  const matterId = await county.report('informationOfficerTang', { kind: '0701', text: spoken })
  await county.act(hub, matterId, 'accept', { note: said })
  await county.act(hub, matterId, 'openSearch', { ring: township, looks: '灰上衣' })
  await county.act(hub, matterId, 'confirmKnown', { coming: '儿子来接' })
  const { database } = county.app.context
  const told = await database.query(
    'select title, words, audience from notices where matter_id = $1',
    [matterId],
  )
  const sent = await database.query('select payload from outbox_messages where matter_id = $1', [
    matterId,
  ])
  expect(told.length).toBeGreaterThan(2)
  expect(sent.length).toBeGreaterThan(2)
  for (const row of [...told, ...sent])
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`${spoken}|${said}|灰上衣|儿子|112\\.4`))
  const { history } = await county.seen('informationOfficerTang', matterId)
  expect(history.map(({ note }: { note?: string }) => note)).toContain(said)
})

test('of a matter that may be told, the reporter reads in the notice what was said', async () => {
  const matterId = await county.report('residentChen', {})
  await county.act(hub, matterId, 'accept', { note: '明天来清' })
  const { items } = await succeed(county.ask('residentChen', 'listNotices', { limit: 100 }))
  const words = items.filter((one: any) => one.matterId === matterId).map((one: any) => one.words)
  expect(words.join()).toContain('明天来清')
})
