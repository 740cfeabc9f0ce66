import { randomUUID } from 'node:crypto'
import type { Actor } from '@domain/access/actor'
import type { Role } from '@domain/access/permissions'
import type { PersonId } from '@domain/shared/ids'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import { receiveChunk } from '@cloud/commands/receiveChunk'
import { makeUploadQuota } from '@cloud/limits/uploadQuota'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { fileWorld, headingOf, newFileId, NOON } from '../files/fileWorld'
import { memoryBlobs } from '../files/memoryBlobs'
import { noisyPicture } from '../files/pictures'

const COUNTY = 441_882
const MEGABYTE = 1024 * 1024
const tooMany = {
  refused: 'request.too-many',
  details: { retryAfterSeconds: (12 * HOUR_MS) / 1000 },
}

const waiting = { refused: 'request.too-many' }

let county: TestDatabase

beforeAll(async () => {
  county = await openTestDatabase()
}, 60_000)
afterAll(() => county.close())

function person(role: Role): Actor {
  const personId = randomUUID() as PersonId
  return { personId, countyId: COUNTY, name: '', posts: [{ role, areaCode: '441882118' }] }
}

async function hasSent(actor: Actor, bytes: number, at = NOON): Promise<void> {
  await county.database.query(
    `insert into files (county_id, file_id, owner_id, bytes, sha256, state, created_at, updated_at)
     values ($1, gen_random_uuid(), $2, $3, '', 'ready', $4, $4)`,
    [COUNTY, actor.personId, bytes, new Date(at)],
  )
}

test.each([
  ['resident', 200],
  ['informationOfficer', 200],
  ['gridWorker', 1024],
  ['hubHead', 1024],
] as const)('a %s sends %d megabytes a day', async (role, megabytes) => {
  const quota = makeUploadQuota(county.database, COUNTY)
  const actor = person(role)
  await hasSent(actor, (megabytes - 10) * MEGABYTE)
  expect(await quota.take(actor, 10 * MEGABYTE, NOON)).toBeUndefined()
  await hasSent(actor, 10 * MEGABYTE)
  expect(await quota.take(actor, 1, NOON)).toEqual(tooMany)
})

test('the day begins anew at midnight in China', async () => {
  const quota = makeUploadQuota(county.database, COUNTY)
  const actor = person('resident')
  await hasSent(actor, 200 * MEGABYTE, NOON - 12 * HOUR_MS - 1)
  expect(await quota.take(actor, MEGABYTE, NOON)).toBeUndefined()
  await hasSent(actor, 199.5 * MEGABYTE)
  expect(await quota.take(actor, MEGABYTE, NOON + MINUTE_MS)).toMatchObject(waiting)
  expect(await quota.take(actor, MEGABYTE, NOON + 12 * HOUR_MS)).toBeUndefined()
})

test('what another process has taken in counts within a minute', async () => {
  const quota = makeUploadQuota(county.database, COUNTY)
  const actor = person('resident')
  await quota.take(actor, MEGABYTE, NOON)
  await hasSent(actor, 300 * MEGABYTE, NOON)
  expect(await quota.take(actor, MEGABYTE, NOON + MINUTE_MS)).toMatchObject(waiting)
})

test('many tiny files are not cheaper than a few photos', async () => {
  const quota = makeUploadQuota(county.database, COUNTY)
  const actor = person('resident')
  await county.database.query(
    `insert into files (county_id, file_id, owner_id, bytes, sha256, state, created_at, updated_at)
     select $1, gen_random_uuid(), $2, 1, '', 'refused', $3, $3 from generate_series(1, 12800)`,
    [COUNTY, actor.personId, new Date(NOON)],
  )
  expect(await quota.take(actor, 1, NOON)).toEqual(tooMany)
})

describe('when a person has sent their day’s worth', () => {
  const sender = person('resident')
  const world = () => {
    const made = fileWorld(county.database, memoryBlobs())
    const uploadQuota = makeUploadQuota(county.database, COUNTY)
    return { ...made.context, uploadQuota }
  }

  test('no new file is begun, whole or in pieces, and nothing is stored', async () => {
    const blobs = memoryBlobs()
    const context = { ...world(), blobs }
    const bytes = await noisyPicture(80, 60)
    const known = newFileId()
    expect(await receiveChunk(context, sender, headingOf(known, bytes), bytes)).toMatchObject({
      state: 'received',
    })
    const begun = newFileId()
    const first = bytes.subarray(0, 1000)
    await receiveChunk(context, sender, headingOf(begun, bytes), first)
    await hasSent(sender, 200 * MEGABYTE)
    const stored = blobs.keys().length
    const later = { ...world(), blobs }
    for (const data of [bytes, first])
      expect(await receiveChunk(later, sender, headingOf(newFileId(), bytes), data)).toEqual(
        tooMany,
      )
    expect(blobs.keys()).toHaveLength(stored)
    // What was begun is finished, and what was taken in is answered again.
    expect(await receiveChunk(later, sender, headingOf(known, bytes), bytes)).toMatchObject({
      state: 'received',
    })
    const rest = headingOf(begun, bytes, 1000)
    expect(await receiveChunk(later, sender, rest, bytes.subarray(1000))).toMatchObject({
      state: 'received',
    })
  })
})

test('a day’s sum is read from the index alone', async () => {
  await county.database.query('vacuum analyze files')
  await county.database.query('set enable_seqscan = off')
  const plan = await county.database.query<{ 'QUERY PLAN': string }>(
    `explain select coalesce(sum(greatest(bytes, 16384)), 0)::bigint from files
     where county_id = ${COUNTY} and owner_id = '${randomUUID()}' and created_at >= now() - interval '${DAY_MS} ms'`,
  )
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(
    'Index Only Scan using files_by_owner',
  )
})
