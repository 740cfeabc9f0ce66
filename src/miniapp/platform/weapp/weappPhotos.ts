import Taro from '@tarojs/taro'
import { photoRules, videoRules } from '@domain/photo/photoRules'
import { log } from '../log'
import type { PhotoFiles } from '../ports'

/** Tried in turn until the photo is about as small as wanted. */
const QUALITIES = [80, 60, 40] as const

export const weappPhotos: PhotoFiles = {
  async pick(source, count) {
    const taken = await choose({ count, mediaType: ['image'], sourceType: [source] })
    return taken.map((file) => file.tempFilePath)
  },
  async film() {
    const [film] = await choose({
      count: 1,
      mediaType: ['video'],
      sourceType: ['camera', 'album'],
      maxDuration: videoRules.secondsMax,
    })
    if (!film) return undefined
    return {
      temporary: film.tempFilePath,
      bytes: film.size,
      seconds: Math.round(film.duration),
    }
  },
  async adopt(temporary, fileId) {
    await makeFolder()
    await copyFile(temporary, pathOf(fileId))
  },
  shrink,
  async read(fileId, position, length) {
    const total = await sizeOf(fileId)
    if (total === undefined) return undefined
    const wanted = Math.min(length, total - position)
    return wanted > 0 ? readFile(pathOf(fileId), position, wanted) : new ArrayBuffer(0)
  },
  size: sizeOf,
  address: async (fileId) => ((await sizeOf(fileId)) === undefined ? undefined : pathOf(fileId)),
  async preview(fileId) {
    if ((await sizeOf(fileId)) === undefined) return undefined
    const src = pathOf(fileId)
    // What cannot be made smaller is shown as it is.
    const small = Taro.compressImage({ src, quality: 60, compressedWidth: photoRules.tilePixels })
    return small.then(
      ({ tempFilePath }) => tempFilePath,
      () => src,
    )
  },
  remove: async (fileId) =>
    void (await attempt((done) => files().unlink({ filePath: pathOf(fileId), ...done }))),
  async list() {
    const names = await attempt<{ files: string[] }>((done) =>
      files().readdir({ dirPath: folder(), ...done }),
    )
    return (names?.files ?? [])
      .filter((name) => name.endsWith('.jpg'))
      .map((name) => name.slice(0, -4))
  },
}

/** Empty when the person turned back. */
async function choose(wanted: Taro.chooseMedia.Option) {
  try {
    return (await Taro.chooseMedia({ ...wanted, sizeType: ['compressed'] })).tempFiles
  } catch (cause) {
    if (/cancel/i.test((cause as { errMsg?: string }).errMsg ?? '')) return []
    throw new Error('The camera did not open', { cause })
  }
}

async function shrink(fileId: string): Promise<void> {
  const path = pathOf(fileId)
  const before = await sizeOf(fileId)
  if (before === undefined) return
  try {
    const { width, height } = await Taro.getImageInfo({ src: path })
    const tooLong = Math.max(width, height) > photoRules.longEdgePixels
    if (!tooLong && before <= photoRules.targetBytes) return
    const smaller = await compress(path, width >= height, tooLong)
    if (smaller) await putInPlace(smaller, path, tooLong ? Infinity : before)
  } catch (cause) {
    // iOS compresses only JPG. The original is larger but still the person's photo.
    log('A photo was not made smaller', cause)
  }
}

async function compress(
  src: string,
  landscape: boolean,
  tooLong: boolean,
): Promise<string | undefined> {
  const edge = photoRules.longEdgePixels
  const size = !tooLong ? {} : landscape ? { compressedWidth: edge } : { compressedHeight: edge }
  let best: string | undefined
  for (const quality of QUALITIES) {
    best = (await Taro.compressImage({ src, quality, ...size })).tempFilePath
    if (((await statSize(best)) ?? 0) <= photoRules.targetBytes) break
  }
  return best
}

/** Copied beside and renamed over it: a kill in between leaves the whole old photo or the whole new one. */
async function putInPlace(temporary: string, path: string, mustBeBelow: number): Promise<void> {
  const size = await statSize(temporary)
  if (size === undefined || size === 0 || size >= mustBeBelow) return
  const beside = `${path}.new`
  await copyFile(temporary, beside)
  await must((done) => files().rename({ oldPath: beside, newPath: path, ...done }))
}

type Done<T> = { success: (answer: T) => void; fail: (cause: unknown) => void }

function must<T>(start: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start({
      success: resolve,
      fail: (cause) => reject(new Error('A file could not be moved', { cause })),
    })
  })
}

function attempt<T>(start: (done: Done<T>) => void): Promise<T | undefined> {
  return new Promise((resolve) => start({ success: resolve, fail: () => resolve(undefined) }))
}

/** `undefined` only for a file that is not there; whatever else fails may work the next time. */
function unlessGone<T>(start: (done: Done<T>) => void): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    start({
      success: resolve,
      fail: (cause) =>
        isMissing(cause)
          ? resolve(undefined)
          : reject(new Error('A file could not be read', { cause })),
    })
  })
}

/** errno of WeChat's file system for "no such file or directory"; some calls say it only in words. */
const ERRNO_MISSING = 1300002

function isMissing(cause: unknown): boolean {
  const { errMsg = '', errno, errCode } = (cause ?? {}) as Record<string, string | number>
  if (errno === ERRNO_MISSING || errCode === ERRNO_MISSING) return true
  return /no such file|not exist|not found/i.test(String(errMsg))
}

function files() {
  return Taro.getFileSystemManager()
}

/** Asked each time: the folder's address may differ after an update of WeChat. */
function folder(): string {
  return `${Taro.env.USER_DATA_PATH}/queue`
}

function pathOf(fileId: string): string {
  return `${folder()}/${fileId}.jpg`
}

async function makeFolder(): Promise<void> {
  await attempt((done) => files().mkdir({ dirPath: folder(), recursive: true, ...done }))
}

function copyFile(srcPath: string, destPath: string): Promise<unknown> {
  return must((done) => files().copyFile({ srcPath, destPath, ...done }))
}

function sizeOf(fileId: string): Promise<number | undefined> {
  return statSize(pathOf(fileId))
}

async function statSize(filePath: string): Promise<number | undefined> {
  return (await unlessGone<{ size: number }>((done) => files().getFileInfo({ filePath, ...done })))
    ?.size
}

async function readFile(
  filePath: string,
  position: number,
  length: number,
): Promise<ArrayBuffer | undefined> {
  const answer = await unlessGone<{ data: string | ArrayBuffer }>((done) =>
    files().readFile({ filePath, position, length, ...done }),
  )
  // Not `instanceof`: the bytes may come from another part of WeChat, with an ArrayBuffer of its own.
  return typeof answer?.data === 'object' ? answer.data : undefined
}
