import type { Actor } from '@domain/access/actor'
import type { PhotoView } from '@contract/views'
import { cleanNextPhoto } from '@cloud/files/cleanPhotos'
import { ask, newId, readAnswer, send, sendRaw } from '../../support/httpClient'
import { aReport } from '../../support/openTestApp'
import { noisyPicture, sha256Of } from '../files/pictures'
import { openTestDoor, type TestDoor } from './openDoor'

/** 0703 未成年人受侵害: S3, for the hub and the assigned only. */
const CHILD_IN_DANGER = '0703'
const LITTER = '0501'

let door: TestDoor
beforeAll(async () => void (door = await openTestDoor()), 60_000)
afterAll(() => door.close())

/** Reported with one photo, which has been cleaned; answers what `reader` is shown of it. */
async function photoOf(
  kind: string,
  reader: Actor,
): Promise<{ matterId: string; photo: PhotoView | undefined }> {
  const token = await door.signIn(door.cast.informationOfficerTang)
  const fileId = newId()
  const report = aReport({ kind, fileIds: [fileId] })
  await ask(door.url, 'reportMatter', report as never, token)
  const picture = await noisyPicture(300, 200)
  const heading = `offset=0&bytes=${picture.length}&sha256=${sha256Of(picture)}`
  const headers = { 'content-type': 'application/octet-stream' }
  const sent = await sendRaw(`${door.url}/api/v1/files/${fileId}/chunks?${heading}`, picture, {
    token,
    headers,
  })
  expect(sent.status).toBe(200)
  while (await cleanNextPhoto(door.app.context));
  const { matter } = await ask(
    door.url,
    'getMatter',
    { matterId: report.matterId },
    await door.signIn(reader),
  )
  return { matterId: report.matterId, photo: matter.photos[0] }
}

const open = (link: string) => fetch(`${door.url}${link}`)

async function codeAt(link: string): Promise<string> {
  const { status, body, headers } = await readAnswer(await open(link))
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
  return `${status} ${(body as { code: string }).code}`
}

test('whoever may see the matter opens its photo by the link they were given', async () => {
  const { photo } = await photoOf(LITTER, door.cast.hubOperatorOfXijiang)
  expect(photo?.state).toBe('ready')
  for (const link of [photo?.url ?? '', photo?.thumbnailUrl ?? '']) {
    const response = await open(link)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('cache-control')).toMatch(/^private/)
    expect(Buffer.from(await response.arrayBuffer()).subarray(0, 2)).toEqual(
      Buffer.from([0xff, 0xd8]),
    )
  }
})

test('a link that was changed anywhere opens nothing', async () => {
  const { photo } = await photoOf(LITTER, door.cast.hubOperatorOfXijiang)
  const link = photo?.url ?? ''
  const changed = {
    person: link.replace(/p=[^&]+/, `p=${newId()}`),
    time: link.replace(/e=(\d+)/, (_all, time: string) => `e=${Number(time) + 3_600_000}`),
    signature: link.replace(/s=.{4}/, 's=AAAA'),
    photo: link.replace(/photos\/./, (start) => (start.endsWith('0') ? 'photos/1' : 'photos/0')),
    unsigned: link.split('?')[0] ?? '',
    folder: link.replace(/photos\/[^?]+/, 'photos/..%2f..%2flink-secret'),
  }
  for (const [what, other] of Object.entries(changed)) {
    expect(other).not.toBe(link)
    expect(`${what}: ${await codeAt(other)}`).toBe(`${what}: 403 file.link-expired`)
  }
})

test('a link is good for an hour and soon after for nobody', async () => {
  const { photo } = await photoOf(LITTER, door.cast.hubOperatorOfXijiang)
  door.moveClock(59 * 60_000)
  expect((await open(photo?.url ?? '')).status).toBe(200)
  door.moveClock(32 * 60_000)
  expect(await codeAt(photo?.url ?? '')).toBe('403 file.link-expired')
})

test('the photo of a child in danger is for the hub, and the worker of that very grid is shown no link to it', async () => {
  const { matterId, photo } = await photoOf(CHILD_IN_DANGER, door.cast.hubOperatorOfXijiang)
  expect((await open(photo?.url ?? '')).status).toBe(200)
  const others = [
    door.cast.gridWorkerLi,
    door.cast.countyAdmin,
    door.cast.hubOperatorOfAnotherTownship,
  ]
  for (const other of others) {
    const token = await door.signIn(other)
    const answer = await send(door.url, 'getMatter', { matterId }, { token })
    expect(answer.body).toMatchObject({ code: 'access.outside-jurisdiction' })
    const { items } = await ask(door.url, 'listMatters', {}, token)
    expect(items.map((matter) => matter.matterId)).not.toContain(matterId)
    const changes = await send(door.url, 'listChanges', { after: '0.0' }, { token })
    expect(changes.text).not.toContain(matterId)
    const asTheirs = (photo?.url ?? '').replace(/p=[^&]+/, `p=${other.personId}`)
    expect(await codeAt(asTheirs)).toBe('403 file.link-expired')
  }
})
