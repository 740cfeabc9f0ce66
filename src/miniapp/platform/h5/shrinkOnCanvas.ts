/// <reference lib="dom" />
import { photoRules } from '@domain/photo/photoRules'

const QUALITIES = [0.8, 0.6, 0.4] as const

/** A smaller JPEG, or `undefined` when the photo is small already or no picture the browser can draw. */
export async function shrinkOnCanvas(blob: Blob): Promise<Blob | undefined> {
  const picture = await createImageBitmap(blob).catch(() => undefined)
  if (!picture) return undefined
  const longEdge = Math.max(picture.width, picture.height)
  const scale = Math.min(1, photoRules.longEdgePixels / longEdge)
  if (scale === 1 && blob.size <= photoRules.targetBytes) return undefined
  const canvas = draw(picture, scale)
  const smaller = await encode(canvas)
  return smaller && (scale < 1 || smaller.size < blob.size) ? smaller : undefined
}

/** As small as a tile shows it; `undefined` for what the browser cannot draw. */
export async function tileOnCanvas(blob: Blob): Promise<Blob | undefined> {
  const picture = await createImageBitmap(blob).catch(() => undefined)
  if (!picture) return undefined
  const scale = Math.min(1, photoRules.tilePixels / Math.max(picture.width, picture.height))
  return encodeAs(draw(picture, scale), QUALITIES[0])
}

function draw(picture: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas
}

async function encode(canvas: HTMLCanvasElement): Promise<Blob | undefined> {
  let best: Blob | undefined
  for (const quality of QUALITIES) {
    best = (await encodeAs(canvas, quality)) ?? best
    if (best && best.size <= photoRules.targetBytes) break
  }
  return best
}

function encodeAs(canvas: HTMLCanvasElement, quality: number): Promise<Blob | undefined> {
  return new Promise((resolve) =>
    canvas.toBlob((made) => resolve(made ?? undefined), 'image/jpeg', quality),
  )
}
