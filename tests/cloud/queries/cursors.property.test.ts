import fc from 'fast-check'
import { aMatterIn, openTestApp, type TestApp } from '../../support/openTestApp'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp()
  await aMatterIn('handling', county)
}, 60_000)
afterAll(() => county.close())

const base64url = (text: string) => Buffer.from(text).toString('base64url')
const uuid = '01900000-0000-7000-8000-000000000001'

/** Keys as they are written, with times and ids that nobody's matter has. */
const keys = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
      fc.constantFrom('Infinity', '-Infinity', 'NaN', '0', '8640000000000000', '253402300799999'),
      fc.constantFrom('253402300800000', '-8640000000000000', '-62135596800001', '1e3', '٣'),
    ),
    fc.oneof(fc.uuid(), fc.constantFrom(uuid, '-'.repeat(36), 'a'.repeat(36), `${uuid}\0`)),
  )
  .map(([at, id]) => base64url(`${at}|${id}`))

const feedCursors = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 0n, max: 10n ** 19n }))
  .map(([tx, seq]) => `${tx}.${seq}`)
  .chain((cursor) =>
    fc.constantFrom(cursor, '18446744073709551615.9007199254740991', '18446744073709551616.0'),
  )

/** Anything a string of JavaScript can hold, with what PostgreSQL cannot keep among it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\0',
    '\ud800',
    'a\udfffb',
    '%',
    '_',
    '\\',
    '\\\\%',
    "'",
    '{',
    '{}',
    '"',
    '\u2028',
  ),
)
const after = fc.oneof(keys, feedCursors, anyText, anyText.map(base64url))

const requests = fc.oneof(
  fc.record({
    name: fc.constant('listMatters'),
    body: fc.record(
      {
        after,
        order: fc.constantFrom('received', 'due'),
        filter: fc.record(
          {
            kind: anyText,
            statuses: fc.array(anyText, { maxLength: 3 }),
            search: anyText,
            areaCode: fc.oneof(fc.constantFrom('441882', '441882118'), anyText),
            open: fc.boolean(),
            mine: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    name: fc.constant('listTasks'),
    body: fc.record(
      { after, box: fc.constantFrom('mine', 'pool', 'done') },
      { requiredKeys: ['box'] },
    ),
  }),
  fc.record({
    name: fc.constantFrom('listChanges', 'listPostings', 'pullEvents'),
    body: fc.record({ after }),
  }),
  fc.record({ name: fc.constant('acknowledgeEvents'), body: fc.record({ cursor: after }) }),
)

test('no cursor and no words, however crafted, are answered with a fault', async () => {
  const { gridWorkerLi, hubOperatorOfXijiang, countyAdmin } = county.cast
  const asker = fc.constantFrom(gridWorkerLi, hubOperatorOfXijiang, countyAdmin)
  await fc.assert(
    fc.asyncProperty(asker, requests, async (who, { name, body }) => {
      const answer = await county.call(who, name, body)
      expect(answer.status === 200 ? undefined : answer.body.code).not.toBe('server.fault')
      expect(answer.status).toBeLessThan(500)
    }),
    { numRuns: 1500 },
  )
}, 120_000)

test.each([
  ['a time beyond the calendar', `8640000000000001|${uuid}`],
  ['a time before the calendar', `-8640000000000000|${uuid}`],
  ['a time before there were phones', `-1|${uuid}`],
  ['an id that is none', `0|${'-'.repeat(36)}`],
  ['the end of all where nothing is due', `Infinity|${uuid}`],
])('a page key with %s is refused', async (_what, key) => {
  const { body } = await county.call(county.cast.hubOperatorOfXijiang, 'listMatters', {
    after: base64url(key),
  })
  expect(body.code).toBe('request.invalid')
})

test.each([
  ['kind', { kind: '05\0' }],
  ['kind', { kind: '\ud800' }],
  ['statuses.0', { statuses: ['\0'] }],
  ['search', { search: '路\0灯' }],
])('a filter by %s with what no database keeps is refused', async (path, filter) => {
  const { body } = await county.call(county.cast.hubOperatorOfXijiang, 'listMatters', { filter })
  expect(body.code).toBe('request.invalid')
  expect(body.details.issues[0].path).toContain(path.split('.')[0])
})

test('a page of what is due goes on behind the last deadline, among matters that have none', async () => {
  const asked = { order: 'due', after: base64url(`Infinity|${uuid}`) }
  const { status } = await county.call(county.cast.hubOperatorOfXijiang, 'listMatters', asked)
  expect(status).toBe(200)
})

test('what has ended has no deadline, and is not listed by one', async () => {
  const asked = { order: 'due', filter: { open: false } }
  const { body } = await county.call(county.cast.hubOperatorOfXijiang, 'listMatters', asked)
  expect(body).toMatchObject({ code: 'request.invalid', details: { issues: [{ path: 'order' }] } })
})

test.each([
  '18446744073709551616.0',
  '99999999999999999999.1',
  '1.9007199254740992',
  '1.9999999999999999999',
])('a place in the feed that no database can have (%s) is refused', async (cursor) => {
  const { body } = await county.call(county.cast.hubOperatorOfXijiang, 'listChanges', {
    after: cursor,
  })
  expect(body.code).toBe('hub.cursor-invalid')
})
