import { ask } from './conformance/door'
import {
  openCounty,
  openFunctionDoor,
  openLink,
  runTimer,
  type County,
} from './conformance/openDoors'
import { sendAll, takePhoto } from './conformance/photos'
import { reportingAs } from './conformance/reports'

/** Where only cloud functions run, nothing goes on between two calls: what a server does by itself, the timer does. */
jest.setTimeout(60_000)

let county: County

beforeAll(async () => void (county = await openCounty()))
afterAll(() => county.close())

test('a photo that arrived through the cloud function can be seen after the round of the next minute', async () => {
  const door = openFunctionDoor(county, 'oLi_openid')
  const { token, draft } = await reportingAs(door, 'officer')
  const photo = await takePhoto()
  const { matterId } = (await ask(door, 'reportMatter', draft({ fileIds: [photo.fileId] }), token))
    .matter
  await sendAll(door, photo, token)
  const findPhoto = async () => (await ask(door, 'getMatter', { matterId }, token)).matter.photos[0]
  expect(await findPhoto()).toMatchObject({ state: 'processing' })

  expect(await runTimer(county)).toEqual({ done: true })
  const ready = await findPhoto()
  expect(ready).toMatchObject({ state: 'ready' })
  const seen = await openLink(county, ready?.url ?? '')
  expect(seen).toMatchObject({ statusCode: 200, headers: { 'content-type': 'image/jpeg' } })
  expect(Buffer.from(seen.body, 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))

  const forged = await openLink(county, `${ready?.url}x`)
  expect(forged).toMatchObject({ statusCode: 403 })
  await door.close()
})

test('a round with nothing to do is soon over and can be repeated', async () => {
  expect(await runTimer(county)).toEqual({ done: true })
  expect(await runTimer(county)).toEqual({ done: true })
})
