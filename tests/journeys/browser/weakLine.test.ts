import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { photoRules } from '@domain/photo/photoRules'
import { openCounty, type County } from '../../support/browser/openCounty'
import { openScreens, type Screens } from '../../support/browser/openScreens'
import { tokenOf } from '../../support/browser/sendReport'
import { cutEvery, openWeakLine, type WeakLine } from '../../support/browser/weakLine'
import { ask } from '../../support/httpClient'
import type { Phone } from '../../support/pages/phone'

const REPORTS = 10
const PHOTOS_EACH = 3
/** 64 kbit/s. */
const BYTES_PER_SECOND = 8_000
/** One of five. */
const CUT_EVERY = 5
const SEED = 441_882

let county: County
let line: WeakLine
let screens: Screens
let officer: Phone
let token: string

beforeAll(async () => {
  county = await openCounty()
  line = await openWeakLine(county.url)
  screens = openScreens(line.url)
  token = await tokenOf(county.url, 'officer')
  officer = await screens.openPhone()
  officer.faults.expect(/net::ERR_/)
  await officer.signInAs('officer')
})

afterAll(async () => {
  await screens?.close()
  await line?.close()
  await county?.close()
})

/** A picture that no phone can make smaller is sent as it is: the bytes that were taken are those that must arrive. */
function noise(width: number, height: number): Promise<Buffer> {
  const grain = { type: 'gaussian', mean: 128, sigma: 90 } as const
  return sharp({ create: { width, height, channels: 3, background: '#000', noise: grain } })
    .jpeg({ quality: 35 })
    .toBuffer()
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function report(photos: readonly Buffer[]): Promise<void> {
  const [first, ...others] = photos
  await officer.tapAndPick('home-report', first ? [first] : [])
  if (others.length > 0) await officer.tapAndPick('photo-album', others)
  await officer.find(`photo-remove-${photos.length}`).waitFor()
  await officer.tap('kind-0501')
  await officer.tap('report-send')
  await officer.tap('sent-home')
  await officer.find('home-report').waitFor()
}

/** Everything the officer has reported, as the township has it. */
async function arrived() {
  const filter = { mine: true }
  return (await ask(county.url, 'listMatters', { filter, limit: 50 }, token)).items
}

/** Where a photo was sent to, and what its phone says it is. */
const chunks = () =>
  line.trips().flatMap(({ path, upBytes, cut }) => {
    const [, fileId, offset, sha256] =
      /\/files\/([^/]+)\/chunks\?offset=(\d+).*sha256=(\w+)/.exec(path) ?? []
    return fileId && sha256 ? [{ fileId, offset: Number(offset), sha256, upBytes, cut }] : []
  })

const allSent = () =>
  officer.find('queue-strip').getByText('都送到了').waitFor({ timeout: 100_000 })

test('a photo that breaks off at nine tenths sends at most one chunk again', async () => {
  const photo = await noise(1600, 1600)
  const pieces = Math.ceil(photo.length / photoRules.chunkBytes)
  expect(pieces).toBeGreaterThan(2)
  let broken = false
  line.become({
    cut(path, bodyBytes) {
      const offset = Number(/chunks\?offset=(\d+)/.exec(path)?.[1] ?? NaN)
      const rest = Math.floor(photo.length * 0.9) - offset
      if (broken || !(rest >= 0 && rest < bodyBytes)) return undefined
      broken = true
      return { way: 'up', after: rest }
    },
  })
  await report([photo])
  await allSent()
  expect(broken).toBe(true)
  const sent = chunks().reduce((sum, { upBytes }) => sum + upBytes, 0)
  expect(sent).toBeGreaterThan(photo.length)
  expect(sent).toBeLessThanOrEqual(photo.length + photoRules.chunkBytes)
  expect(new Set(chunks().map(({ sha256 }) => sha256))).toEqual(new Set([hashOf(photo)]))
})

test('ten reports with three photos each arrive once over 64 kbit/s with every fifth request cut', async () => {
  const before = new Set((await arrived()).map(({ matterId }) => matterId))
  const photos = await Promise.all(
    Array.from({ length: REPORTS * PHOTOS_EACH }, () => noise(40, 30)),
  )
  await officer.page.context().setOffline(true)
  for (let n = 0; n < REPORTS; n++)
    await report(photos.slice(n * PHOTOS_EACH, (n + 1) * PHOTOS_EACH))
  await officer.find('queue-strip').getByText(`${REPORTS} 条`).waitFor()
  line.become({ bytesPerSecond: BYTES_PER_SECOND, cut: cutEvery(CUT_EVERY, SEED) })
  const began = Date.now()
  await officer.page.context().setOffline(false)
  await allSent()
  const seconds = Math.round((Date.now() - began) / 1000)
  const cut = line.trips().filter((trip) => trip.cut).length
  process.stdout.write(
    `${REPORTS} reports, ${photos.length} photos: ${seconds} s, ${cut} of ${line.trips().length} requests cut\n`,
  )
  expect(cut).toBeGreaterThanOrEqual(Math.floor(line.trips().length / CUT_EVERY))

  const news = (await arrived()).filter(({ matterId }) => !before.has(matterId))
  expect(news).toHaveLength(REPORTS)
  const saidToBe = new Map(chunks().map(({ fileId, sha256 }) => [fileId, sha256]))
  const hashes = news.flatMap((matter) => {
    expect(matter.photos).toHaveLength(PHOTOS_EACH)
    return matter.photos.map(({ fileId, state }) => {
      // The server keeps only what has the hash that the phone announced.
      expect(['ready', 'processing']).toContain(state)
      return saidToBe.get(fileId)
    })
  })
  expect(hashes.sort()).toEqual(photos.map(hashOf).sort())
})

test('nothing went wrong unseen', () => {
  expect(screens.faults()).toEqual([])
})
