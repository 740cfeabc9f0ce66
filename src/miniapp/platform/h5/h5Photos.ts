/// <reference lib="dom" />
import { photoRules } from '@domain/photo/photoRules'
import type { PhotoFiles, PhotoSource } from '../ports'
import { blobStore } from './blobStore'
import { shrinkOnCanvas, tileOnCanvas } from './shrinkOnCanvas'

/** Browsers report success for WeChat's file calls without doing anything, so none of them is used here. */
export const h5Photos: PhotoFiles = {
  pick,
  async adopt(temporary, fileId) {
    const blob = await (await fetch(temporary)).blob()
    await blobStore.put(fileId, blob)
    URL.revokeObjectURL(temporary)
  },
  async shrink(fileId) {
    const blob = await blobStore.get(fileId)
    const smaller = blob && (await shrinkOnCanvas(blob))
    if (smaller) await blobStore.put(fileId, smaller)
  },
  async read(fileId, offset, length) {
    const blob = await blobStore.get(fileId)
    return blob?.slice(offset, offset + length).arrayBuffer()
  },
  size: async (fileId) => (await blobStore.get(fileId))?.size,
  async address(fileId) {
    const blob = await blobStore.get(fileId)
    return blob && URL.createObjectURL(blob)
  },
  async preview(fileId) {
    const blob = await blobStore.get(fileId)
    return blob && URL.createObjectURL((await tileOnCanvas(blob)) ?? blob)
  },
  remove: async (fileId) => void (await blobStore.delete(fileId)),
  list: async () => (await blobStore.keys()).map(String),
}

function pick(source: PhotoSource, count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = source === 'album' && count > 1
    if (source === 'camera') input.capture = 'environment'
    input.style.display = 'none'
    const finish = (chosen: readonly File[]) => {
      input.remove()
      resolve(
        chosen
          .slice(0, Math.min(count, photoRules.photosPerMatterMax))
          .map((file) => URL.createObjectURL(file)),
      )
    }
    input.onchange = () => finish(Array.from(input.files ?? []))
    input.oncancel = () => finish([])
    // Safari opens the chooser only for an input that is in the page.
    document.body.append(input)
    input.click()
  })
}
