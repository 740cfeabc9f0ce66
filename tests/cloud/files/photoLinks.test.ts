import type { PersonId } from '@domain/shared/ids'
import { HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import {
  checkPhotoLink,
  photoCacheControl,
  signPhotoLink,
  type PhotoLink,
} from '@cloud/files/photoLinks'

const COUNTY = 441_882
const li = '01890a5d-ac96-774b-bcce-b302099a8057' as PersonId
const wang = '01890a5d-ac96-774b-bcce-b302099a8058' as PersonId
const key = `photos/${'ab'.repeat(32)}.jpg`
const now = Date.parse('2026-11-23T12:07:00+08:00')

const sign = (at = now, secret = 'secret', sensitive = false) =>
  signPhotoLink(secret, { countyId: COUNTY, personId: li, key, sensitive, now: at })
const check = (link: PhotoLink, at = now, county = COUNTY) =>
  checkPhotoLink('secret', county, link, at)

function partsOf(link: string): PhotoLink {
  const url = new URL(link, 'http://localhost')
  const { p = '', e = '', n, s = '' } = Object.fromEntries(url.searchParams)
  const path = url.pathname.replace('/api/v1/', '')
  return { key: path, personId: p, sensitive: n === '1', expiresAt: Number(e), signature: s }
}

test('a link to a photo is good for an hour and not for two', () => {
  const link = partsOf(sign())
  expect(link.key).toBe(key)
  expect(check(link, now)).toBe(true)
  expect(check(link, now + HOUR_MS)).toBe(true)
  expect(check(link, now + 2 * HOUR_MS)).toBe(false)
})

test('a list shown again within half an hour carries the same links, so no photo loads twice', () => {
  expect(sign(now + 20 * MINUTE_MS)).toBe(sign())
  expect(sign(now + 30 * MINUTE_MS)).not.toBe(sign())
})

test('a link to a photo of a sensitive matter is good for ten minutes at the most', () => {
  for (let at = now; at < now + 10 * MINUTE_MS; at += MINUTE_MS / 2) {
    const link = partsOf(sign(at, 'secret', true))
    expect(check(link, at + 5 * MINUTE_MS - 1)).toBe(true)
    expect(check(link, at + 10 * MINUTE_MS)).toBe(false)
    expect(photoCacheControl(link, at)).toBe('private, no-store')
    expect(check({ ...link, sensitive: false }, at)).toBe(false)
  }
})

test('a phone keeps a photo no longer than the link to it is good', () => {
  const link = partsOf(sign())
  const remaining = (link.expiresAt - now) / 1000
  expect(photoCacheControl(link, now)).toBe(`private, max-age=${remaining}`)
  expect(photoCacheControl(link, link.expiresAt - 900)).toBe('private, max-age=0')
})

test('nobody makes a link themselves, nor bends one to another photo, person, time or county', () => {
  const link = partsOf(sign())
  const other = `photos/${'cd'.repeat(32)}.jpg`
  expect(check({ ...link, key: other })).toBe(false)
  expect(check({ ...link, personId: wang })).toBe(false)
  expect(check({ ...link, expiresAt: link.expiresAt + HOUR_MS })).toBe(false)
  expect(check({ ...link, expiresAt: NaN })).toBe(false)
  expect(check({ ...link, signature: '' })).toBe(false)
  expect(check({ ...link, signature: link.signature.slice(0, -1) })).toBe(false)
  expect(check(link, now, 441_900)).toBe(false)
  expect(check(partsOf(sign(now, 'another secret')))).toBe(false)
})
