import { ask, refusalOf, signInAs, type DoorOf } from './door'
import { asFile, piece, PIECE_BYTES, sendAll, takePhoto } from './photos'

export function photoBehaviours(door: DoorOf): void {
  describe('sending a photo', () => {
    test('a photo arrives piece by piece, and a piece sent twice is one piece', async () => {
      const token = await signInAs(door(), 'officer')
      const photo = await takePhoto()
      expect(photo.bytes.length).toBeGreaterThan(PIECE_BYTES)
      const first = await ask(door(), 'uploadChunk', piece(photo, 0), token)
      expect(first).toEqual({
        fileId: photo.fileId,
        receivedBytes: PIECE_BYTES,
        state: 'receiving',
      })
      await sendAll(door(), photo, token)
      const { state, receivedBytes } = await ask(door(), 'getFile', { fileId: photo.fileId }, token)
      expect(receivedBytes).toBe(photo.bytes.length)
      expect(['received', 'ready']).toContain(state)
    })

    test('a phone that skipped a piece is told from where to go on', async () => {
      const token = await signInAs(door(), 'officer')
      const photo = await takePhoto()
      const skipped = piece(photo, PIECE_BYTES)
      expect(await refusalOf(door(), 'uploadChunk', skipped, token)).toMatchObject({
        code: 'file.wrong-offset',
        retry: 'later',
        details: { receivedBytes: 0 },
      })
      await sendAll(door(), photo, token)
    })

    test('a photo that was damaged on its way is sent anew', async () => {
      const token = await signInAs(door(), 'officer')
      const small = asFile((await takePhoto()).bytes.subarray(0, 5000))
      const damaged = { ...piece(small, 0), sha256: 'f'.repeat(64) }
      expect(await refusalOf(door(), 'uploadChunk', damaged, token)).toMatchObject({
        code: 'file.hash-mismatch',
        retry: 'later',
      })
    })

    test('what is no photo is not kept', async () => {
      const token = await signInAs(door(), 'officer')
      const script = asFile(Buffer.from('<script>alert(1)</script>'.repeat(20)))
      expect(await refusalOf(door(), 'uploadChunk', piece(script, 0), token)).toMatchObject({
        code: 'file.not-a-photo',
      })
    })

    test('another person does not write into my photo', async () => {
      const photo = await takePhoto()
      await ask(door(), 'uploadChunk', piece(photo, 0), await signInAs(door(), 'officer'))
      const other = await signInAs(door(), 'resident')
      const next = piece(photo, PIECE_BYTES)
      expect(await refusalOf(door(), 'uploadChunk', next, other)).toMatchObject({
        code: 'file.id-reused',
      })
    })
  })
}
