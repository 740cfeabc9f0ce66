import { ask, signInAs } from './conformance/door'
import { sendAll, takePhoto } from './conformance/photos'
import { openCounty, openFunctionDoor, runTimer, type County } from './conformance/openDoors'

/** Where only cloud functions run, nothing goes on between two calls: what a server does by itself, the timer does. */
jest.setTimeout(60_000)

let county: County

beforeAll(async () => void (county = await openCounty()))
afterAll(() => county.close())

test('a photo that arrived through the cloud function can be seen after the round of the next minute', async () => {
  const door = openFunctionDoor(county, 'oLi_openid')
  const token = await signInAs(door, 'officer')
  const photo = await takePhoto()
  await sendAll(door, photo, token)
  const state = async () => (await ask(door, 'getFile', { fileId: photo.fileId }, token)).state
  expect(await state()).toBe('received')
  expect(await runTimer(county)).toEqual({ done: true })
  expect(await state()).toBe('ready')
  await door.close()
})

test('a round with nothing to do is soon over and can be repeated', async () => {
  expect(await runTimer(county)).toEqual({ done: true })
  expect(await runTimer(county)).toEqual({ done: true })
})
