import sharp from 'sharp'
import type { Box } from '@contract/api/maskPhoto'
import { makeCleanPhoto, type CleanPhoto } from './makeCleanPhoto'

/** A new picture in which nothing is left of what lay under the boxes; black, since blur can be undone. */
export async function burnBoxes(
  photo: Uint8Array,
  boxes: readonly Box[],
): Promise<CleanPhoto | undefined> {
  const { width, height } = await sharp(photo).metadata()
  const black = boxes.map((box) => {
    const left = Math.min(width - 1, Math.floor(box.left * width))
    const top = Math.min(height - 1, Math.floor(box.top * height))
    const size = {
      width: Math.max(1, Math.min(width - left, Math.ceil(box.width * width))),
      height: Math.max(1, Math.min(height - top, Math.ceil(box.height * height))),
    }
    return {
      input: { create: { ...size, channels: 3 as const, background: '#000000' } },
      left,
      top,
    }
  })
  // Losslessly: the clean photo is made of it, and pixels pressed twice look it.
  return makeCleanPhoto(await sharp(photo).composite(black).png().toBuffer())
}
