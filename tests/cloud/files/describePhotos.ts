import { isRefusal } from '@domain/shared/refusal'
import { photoRules } from '@domain/photo/photoRules'
import sharp from 'sharp'
import { CHUNK_BYTES_MAX, receiveChunk } from '@cloud/commands/receiveChunk'
import type { BlobStore } from '@cloud/files/blobStore'
import { incomingKey, wholePart } from '@cloud/files/blobKeys'
import { getFile } from '@cloud/queries/getFile'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import {
  cleanAll,
  countyAdmin,
  fileWorld,
  gridWorkerLi,
  gridWorkerOfAnotherVillage,
  headingOf,
  newFileId,
  photoOf,
  sendInPieces,
  sendPiece,
  type FileWorld,
} from './fileWorld'
import * as pictures from './pictures'

export type OpenBlobs = () => Promise<{ blobs: BlobStore; close: () => Promise<void> }>

/** What a township may rely on, whatever the photos are kept in. */
export function describePhotos(store: string, openBlobs: OpenBlobs): void {
  let county: TestDatabase
  let opened: Awaited<ReturnType<OpenBlobs>>
  let world: FileWorld

  beforeAll(async () => {
    ;[county, opened] = await Promise.all([openTestDatabase(), openBlobs()])
    world = fileWorld(county.database, opened.blobs)
  }, 60_000)
  afterAll(async () => {
    await county.close()
    await opened.close()
  })

  const progress = (fileId: string) =>
    getFile(world.context, gridWorkerLi, { fileId: fileId as never })

  describe(`sending a photo to ${store}`, () => {
    test('a photo that comes whole is taken at once and can be looked at soon after', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(400, 300)
      const answer = await sendPiece(world.context, fileId, bytes)
      expect(answer).toEqual({ fileId, receivedBytes: bytes.length, state: 'received' })
      await cleanAll(world.context)
      const { state, photo } = await photoOf(world.context, fileId)
      expect(state).toBe('ready')
      expect(await sharp(photo).metadata()).toMatchObject({ format: 'jpeg', width: 400 })
    })

    test('a photo goes on from where the signal broke off', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(300, 300)
      await sendPiece(world.context, fileId, bytes, [0, 5000])
      await sendPiece(world.context, fileId, bytes, [5000, 9000])
      expect(await progress(fileId)).toEqual({ fileId, receivedBytes: 9000, state: 'receiving' })
      const answer = await sendPiece(world.context, fileId, bytes, [9000, bytes.length])
      expect(answer).toMatchObject({ state: 'received', receivedBytes: bytes.length })
      await cleanAll(world.context)
      expect((await photoOf(world.context, fileId)).state).toBe('ready')
    })

    test('a piece sent again because its answer was lost changes nothing', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(100, 100)
      const first = await sendPiece(world.context, fileId, bytes, [0, 700])
      expect(await sendPiece(world.context, fileId, bytes, [0, 700])).toEqual(first)
      await sendPiece(world.context, fileId, bytes, [700, bytes.length])
      const again = await sendPiece(world.context, fileId, bytes, [0, 700])
      expect(again).toMatchObject({ receivedBytes: bytes.length, state: 'received' })
      await cleanAll(world.context)
      const late = await sendPiece(world.context, fileId, bytes)
      expect(late).toEqual({ fileId, receivedBytes: bytes.length, state: 'ready' })
    })

    test('a repeat after cleaning leaves nothing behind in the store', async () => {
      const fileId = newFileId()
      const bytes = await pictures.plainPicture().jpeg().toBuffer()
      const key = incomingKey(fileId, wholePart(pictures.sha256Of(bytes)))
      await sendPiece(world.context, fileId, bytes)
      expect(await world.context.blobs.get(key)).toBeDefined()
      await cleanAll(world.context)
      await sendPiece(world.context, fileId, bytes)
      expect(await world.context.blobs.get(key)).toBeUndefined()
    })

    test('sixteen equal sends at once are sixteen equal successes and one photo', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(200, 200)
      const sends = Array.from({ length: 16 }, () => sendPiece(world.context, fileId, bytes))
      const answers = await Promise.all(sends)
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(answers[0]).toMatchObject({ state: 'received' })
      await cleanAll(world.context)
      expect((await photoOf(world.context, fileId)).state).toBe('ready')
    })

    test('two phones of one person sending the same pieces at once make one photo', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(200, 200)
      const both = [3000, 2000].map((size) => sendInPieces(world.context, fileId, bytes, size))
      for (const answer of await Promise.all(both))
        expect(answer).toMatchObject({ receivedBytes: bytes.length, state: 'received' })
      await cleanAll(world.context)
      expect((await photoOf(world.context, fileId)).state).toBe('ready')
    })

    test('a piece that comes too early is told where to go on', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(100, 100)
      const early = await sendPiece(world.context, fileId, bytes, [100, 200])
      expect(early).toMatchObject({
        refused: 'file.wrong-offset',
        details: { receivedBytes: 0 },
      })
      await sendPiece(world.context, fileId, bytes, [0, 100])
      expect(await sendPiece(world.context, fileId, bytes, [150, 200])).toMatchObject({
        refused: 'file.wrong-offset',
        details: { receivedBytes: 100 },
      })
    })

    test('a photo damaged on the way is sent again from the start and arrives', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(100, 100)
      const heading = headingOf(fileId, bytes)
      const damaged = Buffer.from(bytes).fill(7, 500, 520)
      const send = (offset: number, data: Uint8Array) =>
        receiveChunk(world.context, gridWorkerLi, { ...heading, offset }, data)
      expect(await send(0, damaged)).toMatchObject({ refused: 'file.hash-mismatch' })
      await send(0, damaged.subarray(0, 900))
      expect(await send(900, damaged.subarray(900))).toMatchObject({
        refused: 'file.hash-mismatch',
      })
      expect(await progress(fileId)).toMatchObject({ receivedBytes: 0, state: 'receiving' })
      expect(await sendInPieces(world.context, fileId, bytes, 900)).toMatchObject({
        state: 'received',
      })
      await cleanAll(world.context)
      expect((await photoOf(world.context, fileId)).state).toBe('ready')
    })

    test('a photo the store has lost is asked for again and then arrives', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(100, 100)
      await sendInPieces(world.context, fileId, bytes, 1000)
      await world.context.blobs.deleteBelow(`incoming/${fileId}`)
      await cleanAll(world.context)
      expect(await progress(fileId)).toMatchObject({ receivedBytes: 0, state: 'receiving' })
      await sendPiece(world.context, fileId, bytes)
      await cleanAll(world.context)
      expect((await photoOf(world.context, fileId)).state).toBe('ready')
    })
  })

  describe(`what is refused on the way to ${store}`, () => {
    test('texts, archives and drawings are not taken for photos', async () => {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
      const zip = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(200)])
      const gif = await pictures.plainPicture().gif().toBuffer()
      const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
      for (const bytes of [Buffer.from('不是照片'), Buffer.from(svg), zip, gif, heic]) {
        const fileId = newFileId()
        const refusal = { refused: 'file.not-a-photo' }
        expect(await sendPiece(world.context, fileId, bytes)).toMatchObject(refusal)
        expect(await sendPiece(world.context, fileId, bytes)).toMatchObject(refusal)
        expect(await progress(fileId)).toMatchObject({ state: 'refused' })
      }
    })

    test('a text that comes in two pieces is refused with the second', async () => {
      const fileId = newFileId()
      const answer = await sendInPieces(world.context, fileId, Buffer.from('不是照片'), 7)
      expect(answer).toMatchObject({ refused: 'file.not-a-photo' })
    })

    test('a photo that ends in the middle is refused rather than shown half grey', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(300, 300)
      await sendPiece(world.context, fileId, bytes.subarray(0, bytes.length / 2))
      await cleanAll(world.context)
      expect((await photoOf(world.context, fileId)).state).toBe('refused')
      expect(await progress(fileId)).toMatchObject({ state: 'refused' })
    })

    test('forty megabytes are refused at the first piece', async () => {
      const heading = { ...headingOf(newFileId(), Buffer.alloc(10)), bytes: 40 * 1024 * 1024 }
      const answer = await receiveChunk(world.context, gridWorkerLi, heading, Buffer.alloc(10))
      expect(answer).toMatchObject({
        refused: 'file.too-large',
        details: { max: photoRules.photoBytesMax },
      })
    })

    test('a piece larger than the limit, empty, or beyond the announced end is refused', async () => {
      const bytes = Buffer.alloc(CHUNK_BYTES_MAX + 1)
      const heading = headingOf(newFileId(), bytes)
      const send = (data: Uint8Array, offset = 0) =>
        receiveChunk(world.context, gridWorkerLi, { ...heading, offset }, data)
      expect(await send(bytes)).toMatchObject({ refused: 'request.too-large' })
      expect(await send(Buffer.alloc(0))).toMatchObject({ refused: 'request.invalid' })
      expect(await send(Buffer.alloc(10), bytes.length - 5)).toMatchObject({
        refused: 'request.invalid',
      })
    })

    test('a picture of far too many pixels is refused before it is unfolded', async () => {
      const answer = await sendPiece(world.context, newFileId(), pictures.hugePictureHeading())
      expect(answer).toMatchObject({ refused: 'file.not-a-photo' })
    })

    test('nobody writes into the photo of another person', async () => {
      const fileId = newFileId()
      const bytes = await pictures.noisyPicture(100, 100)
      const other = await pictures.noisyPicture(100, 100)
      await sendPiece(world.context, fileId, bytes, [0, 1000])
      const stranger = gridWorkerOfAnotherVillage
      for (const data of [bytes, other, other.subarray(0, 10)]) {
        const heading = headingOf(fileId, data.length > 10 ? data : other)
        const answer = await receiveChunk(world.context, stranger, heading, data)
        expect(answer).toMatchObject({ refused: 'file.id-reused' })
      }
      expect(await sendPiece(world.context, fileId, other)).toMatchObject({
        refused: 'file.id-reused',
      })
      expect(isRefusal(await getFile(world.context, stranger, { fileId }))).toBe(true)
      await sendPiece(world.context, fileId, bytes, [1000, bytes.length])
      await cleanAll(world.context)
      expect((await photoOf(world.context, fileId)).state).toBe('ready')
    })

    test('somebody who neither reports nor handles sends no photos', async () => {
      const bytes = await pictures.plainPicture().jpeg().toBuffer()
      const heading = headingOf(newFileId(), bytes)
      const answer = await receiveChunk(world.context, countyAdmin, heading, bytes)
      expect(answer).toMatchObject({ refused: 'access.not-permitted' })
    })
  })

  describe(`a photo cleaned into ${store}`, () => {
    async function cleaned(bytes: Uint8Array) {
      const fileId = newFileId()
      await sendPiece(world.context, fileId, bytes)
      await cleanAll(world.context)
      const { photo, thumbnail } = await photoOf(world.context, fileId)
      if (!photo || !thumbnail) throw new Error('The photo did not become ready')
      return { photo: Buffer.from(photo), thumbnail: Buffer.from(thumbnail) }
    }

    test('where, when and with what phone it was taken is not in the photo people see', async () => {
      const bytes = await pictures.pictureWithPlace()
      const before = await sharp(bytes).metadata()
      expect(before.exif?.includes('Secret-Phone')).toBe(true)
      expect(before.icc).toBeDefined()
      for (const made of Object.values(await cleaned(bytes))) {
        const { exif, icc, xmp, iptc, space } = await sharp(made).metadata()
        expect({ exif, icc, xmp, iptc, space }).toEqual({ space: 'srgb' })
        expect(['Exif', 'Secret-Phone', 'GPS'].filter((word) => made.includes(word))).toEqual([])
      }
    })

    test('a photo taken with the phone held sideways stands upright', async () => {
      const { photo } = await cleaned(await pictures.sidewaysPicture())
      const { data, info } = await sharp(photo).raw().toBuffer({ resolveWithObject: true })
      expect([info.width, info.height]).toEqual([40, 80])
      const colourAt = (y: number) => [...data.subarray((y * 40 + 20) * 3, (y * 40 + 20) * 3 + 3)]
      const [topRed = 0, , topBlue = 0] = colourAt(10)
      const [lowRed = 0, , lowBlue = 0] = colourAt(70)
      expect(topRed - topBlue).toBeGreaterThan(150)
      expect(lowBlue - lowRed).toBeGreaterThan(150)
    })

    test('a large photo is shrunk, and its thumbnail loads on a village signal', async () => {
      const large = await pictures.plainPicture(3000, 2000).jpeg().toBuffer()
      const { photo, thumbnail } = await cleaned(large)
      expect(await sharp(photo).metadata()).toMatchObject({ width: 1600, height: 1067 })
      expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 216, height: 144 })
      expect(thumbnail.length).toBeLessThan(20_000)
    })

    test('PNG, WebP and AVIF photos become JPEGs that every phone can show', async () => {
      const picture = pictures.plainPicture()
      const sent = [picture.png(), picture.clone().webp(), picture.clone().avif()]
      for (const each of sent) {
        const { photo } = await cleaned(await each.toBuffer())
        expect((await sharp(photo).metadata()).format).toBe('jpeg')
      }
    })
  })
}
