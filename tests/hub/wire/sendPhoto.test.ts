import { photoRules } from '@domain/photo/photoRules'
import { createApi } from '@hub/wire/createApi'
import { sendPhoto } from '@hub/wire/sendPhoto'
import { createHash } from 'node:crypto'
import { makeFakeBackend, refused } from '../support/fakeBackend'

const bytes = Uint8Array.from({ length: photoRules.chunkBytes * 2 + 10 }, (_, at) => at % 251)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const photo = { fileId: 'f1', bytes }

function open() {
  const backend = makeFakeBackend()
  const api = createApi({
    fetch: backend.fetch,
    readToken: () => 'token',
    onSessionEnded: () => {},
  })
  const offsets = () =>
    backend.callsOf('files/f1/chunks').map(({ name }) => Number(/offset=(\d+)/.exec(name)?.[1]))
  return { backend, api, offsets }
}

test('a photo leaves in pieces that say what the whole must be', async () => {
  const { backend, api, offsets } = open()
  let received = 0
  backend.answers['files/f1/chunks'] = () => {
    received = Math.min(bytes.length, received + photoRules.chunkBytes)
    return { fileId: 'f1', receivedBytes: received, state: 'receiving' }
  }
  const shares: number[] = []
  await sendPhoto(api, photo, (share) => void shares.push(share))
  expect(offsets()).toEqual([0, photoRules.chunkBytes, photoRules.chunkBytes * 2])
  expect(shares.at(-1)).toBe(1)
  expect(backend.callsOf('files/f1/chunks')[0]?.name).toContain(
    `bytes=${bytes.length}&sha256=${sha256}`,
  )
})

test('a photo that was half there already goes on from where it stopped', async () => {
  const { backend, api, offsets } = open()
  const last = photoRules.chunkBytes * 2
  backend.answers.getFile = () => ({ fileId: 'f1', receivedBytes: last, state: 'receiving' })
  backend.answers['files/f1/chunks'] = () =>
    offsets().at(-1) === last
      ? { fileId: 'f1', receivedBytes: bytes.length, state: 'received' }
      : refused('file.wrong-offset')
  await sendPhoto(api, photo, () => {})
  expect(offsets()).toEqual([0, last])
})
