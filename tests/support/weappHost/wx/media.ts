/** Photos, sound and the other things a phone takes in. */
import type { Fields, Photo, Run, WxOptions } from '../types'
import { answering, WxFailure } from './answer'
import { silent } from './device'
import { fileAt } from './fileSystem'
import { passPrivacyGate } from './privacy'
import { recorderApi } from './recorder'

export function mediaApi(run: Run): Fields {
  return {
    chooseMedia: answering(run, 'chooseMedia', async (options) => {
      await passPrivacyGate(run, 'chooseMedia')
      return isFilm(options)
        ? { type: 'video', tempFiles: film(run) }
        : { type: 'image', tempFiles: choose(run, options) }
    }),
    chooseImage: answering(run, 'chooseImage', (options) => {
      const tempFiles = choose(run, options).map(({ tempFilePath: path, size }) => ({ path, size }))
      return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
    }),
    compressImage: answering(run, 'compressImage', ({ src }) => ({
      tempFilePath: keep(run, fileAt(run, String(src)).bytes, 'jpg'),
    })),
    getImageInfo: answering(run, 'getImageInfo', ({ src }) => {
      fileAt(run, String(src))
      return { path: src, width: 1440, height: 1080, type: 'jpeg', orientation: 'up' }
    }),
    previewImage: answering(run, 'previewImage'),
    previewMedia: answering(run, 'previewMedia'),
    saveImageToPhotosAlbum: answering(run, 'saveImageToPhotosAlbum'),
    scanCode: answering(run, 'scanCode', () => ({ result: '', scanType: 'QR_CODE' })),
    ...recorderApi(run, (bytes, extension) => keep(run, bytes, extension)),
    createInnerAudioContext: () => ({
      ...silent('stop pause seek destroy onPlay onEnded onError onStop offEnded offError'),
      play() {
        run.calls.push({ name: 'playSound', options: { src: (this as Fields).src } })
      },
    }),
    createMapContext: () => silent('getCenterLocation moveToLocation includePoints'),
    createCameraContext: () => silent('takePhoto'),
  }
}

function isFilm({ mediaType }: WxOptions): boolean {
  return Array.isArray(mediaType) && mediaType.includes('video')
}

function film(run: Run) {
  const { film: taken } = run.phone
  if (!taken) throw new WxFailure('cancel')
  const tempFilePath = keep(run, taken.bytes, 'mp4')
  return [{ tempFilePath, size: taken.bytes.length, fileType: 'video', duration: taken.ms / 1000 }]
}

function choose(run: Run, { count }: WxOptions) {
  const { photos } = run.phone
  if (!photos.length) throw new WxFailure('cancel')
  const chosen = typeof count === 'number' ? photos.slice(0, count) : photos
  return chosen.map((photo) => asTemporaryFile(run, photo))
}

function asTemporaryFile(run: Run, { bytes, width = 1440, height = 1080, name }: Photo) {
  const tempFilePath = keep(run, bytes, name?.split('.').pop() ?? 'jpg')
  return { tempFilePath, size: bytes.length, fileType: 'image', width, height }
}

function keep(run: Run, bytes: Uint8Array, extension: string): string {
  const path = `wxfile://tmp_${run.nextNumber()}.${extension}`
  run.temporary.set(path, { bytes, modifiedAtMs: Date.now() })
  return path
}
