import fc from 'fast-check'
import { jurisdictionsOf, type Actor } from '@domain/access/actor'
import { containsArea } from '@domain/area/areaCode'
import type { Matter } from '@domain/matter/matter'
import { openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { insertMatters, standingMatter } from './manyMatters'

/** Matters of three townships, some of the same moment, some without a deadline, some ended, some S3. */
const grids = [
  '441882118215003',
  '441882118215004',
  '441882118211001',
  '441882103201001',
  '441882100001001',
]
const noon = Date.parse('2026-11-23T04:00:00Z')
const matters: Matter[] = Array.from({ length: 150 }, (_, i) => {
  const ended = i % 4 === 3
  return standingMatter({
    areaCode: grids[(i * 7) % grids.length] ?? '',
    sensitivity: i % 6 === 0 ? 'S3' : 'S0',
    status: ended ? 'closed' : i % 3 === 0 ? 'accepted' : 'reported',
    kind: i % 2 === 0 ? '0501' : '0601',
    text: `第${i}件 路灯不亮`,
    receivedAt: noon + Math.floor(i / 3) * 1000,
    ...(ended ? { endedAt: noon + 9_000_000 } : {}),
    ...(ended || i % 5 === 0 ? {} : { dueAt: noon + ((i * 37) % 50) * 1000 }),
  })
})

let county: TestApp
beforeAll(async () => {
  county = await openTestApp()
  await insertMatters(county.app.context.database, matters)
}, 60_000)
afterAll(() => county.close())

const areas = [
  '441882',
  '441882118',
  '441882103',
  '441882118215',
  '441882118211',
  ...grids,
  '441882118999',
]
const post = fc.record({
  role: fc.constantFrom('gridWorker', 'hubOperator', 'countyAdmin'),
  areaCode: fc.constantFrom(...areas),
})
const request = fc.record({
  order: fc.constantFrom('received', 'due'),
  limit: fc.integer({ min: 7, max: 100 }),
  filter: fc.record(
    {
      areaCode: fc.constantFrom(...areas),
      open: fc.constantFrom(true, undefined),
      statuses: fc.subarray(['reported', 'accepted', 'closed'], { minLength: 1 }),
      kind: fc.constantFrom('0501', '0601', '9999'),
      search: fc.constantFrom('路灯', '第7件', '飞碟', matters[5]?.number ?? ''),
    },
    { requiredKeys: [] },
  ),
})
type Request = typeof request extends fc.Arbitrary<infer R> ? R : never

/** What the list must show, told without an index: every matter looked at, and then put in order. */
function expected(actor: Actor, { order, filter }: Request): string[] {
  const due = order === 'due'
  const shown = matters.filter((matter) => maySee(actor, matter) && fits(matter, filter, due))
  const at = (matter: Matter) => (due ? (matter.dueAt ?? Infinity) : -matter.receivedAt)
  const byId = (a: Matter, b: Matter) => (a.id < b.id ? -1 : 1) * (due ? 1 : -1)
  return shown
    .sort((a, b) => (at(a) === at(b) ? byId(a, b) : at(a) - at(b)))
    .map((matter) => matter.id)
}

function maySee(actor: Actor, { sensitivity, areaCode }: Matter): boolean {
  const needed = sensitivity === 'S3' ? 'matter.readSensitive' : 'matter.read'
  return jurisdictionsOf(actor, needed).some((own) => containsArea(own, areaCode))
}

function fits(matter: Matter, filter: Request['filter'], due: boolean): boolean {
  const open = matter.endedAt === undefined
  return (
    (open || !due) &&
    (filter.open === undefined || open) &&
    containsArea(filter.areaCode ?? '', matter.areaCode) &&
    (filter.statuses ?? [matter.status]).includes(matter.status) &&
    (filter.kind ?? matter.kind) === matter.kind &&
    (matter.text + matter.number).includes(filter.search ?? '')
  )
}

async function pagesOf(actor: Actor, asked: Request): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const body = { ...asked, ...(after === undefined ? {} : { after }) }
    const page = await succeed(county.call(actor, 'listMatters', body))
    ids.push(...page.items.map((matter: any) => matter.matterId))
    after = page.next ?? undefined
  } while (after !== undefined)
  return ids
}

test('whoever asks, for whatever, in whichever order: page by page they get all they may see, once each', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(post, { minLength: 1, maxLength: 3 }),
      request,
      async (posts, asked) => {
        const actor = { ...county.cast.gridWorkerLi, posts } as Actor
        const { areaCode } = asked.filter
        const own = jurisdictionsOf(actor, 'matter.read')
        const overlaps = own.some(
          (code) =>
            areaCode === undefined || containsArea(code, areaCode) || containsArea(areaCode, code),
        )
        fc.pre(overlaps)
        expect(await pagesOf(actor, asked)).toEqual(expected(actor, asked))
      },
    ),
    { numRuns: 150 },
  )
}, 120_000)
