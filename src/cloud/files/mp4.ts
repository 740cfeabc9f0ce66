/** ISO base media: boxes in boxes, each with its length and its type of four letters. */

const BOX_HEAD_BYTES = 8
/** Deeper than any phone nests them; a file that goes deeper was made to. */
const DEPTH_MAX = 6

/** `at`: where its length stands; what it holds lies between `from` and `to`. */
type Box = {
  readonly type: string
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Of the first box, when the file begins as such files do. */
export function brandOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return start.slice(4, 8) === 'ftyp' ? start.slice(8, 12) : undefined
}

/** Whole boxes to the end, with a movie among them: a file that was cut off has none, or half a one. */
export function hasMovie(bytes: Uint8Array): boolean {
  return boxesIn(bytes, 0, bytes.length)?.some(({ type }) => type === 'moov') ?? false
}

/**
 * A copy in which everything a phone writes beside sound and picture (place, device, owner, thumbnails) is nought. No
 * byte moves, so that the tables that say where the pictures lie stay true. `undefined` when the boxes do not add up.
 */
export function withoutNotes(bytes: Uint8Array): Uint8Array | undefined {
  const copy = Uint8Array.from(bytes)
  return blankNotes(copy, 0, copy.length, 0) ? copy : undefined
}

const notes = new Set(['udta', 'meta', 'uuid'])
const containers = new Set(['moov', 'trak', 'moof', 'traf'])

function blankNotes(bytes: Uint8Array, from: number, to: number, depth: number): boolean {
  const boxes = depth > DEPTH_MAX ? undefined : boxesIn(bytes, from, to)
  if (!boxes) return false
  return boxes.every((box) => {
    if (notes.has(box.type)) return blank(bytes, box)
    return !containers.has(box.type) || blankNotes(bytes, box.from, box.to, depth + 1)
  })
}

/** As free space: players walk past it. */
function blank(bytes: Uint8Array, { at, from, to }: Box): true {
  bytes.fill(0, from, to)
  viewOf(bytes).write('free', at + 4, 'latin1')
  return true
}

function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] | undefined {
  const view = viewOf(bytes)
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const box = boxAt(view, at, to)
    if (!box) return undefined
    boxes.push(box)
    at = box.to
  }
  return boxes
}

/** A length of 1 says that it stands in eight bytes behind the type, 0 that the box goes to the end. */
function boxAt(view: Buffer, at: number, end: number): Box | undefined {
  if (at + BOX_HEAD_BYTES > end) return undefined
  const short = view.readUInt32BE(at)
  const type = view.toString('latin1', at + 4, at + BOX_HEAD_BYTES)
  const wide = short === 1
  if (wide && at + 2 * BOX_HEAD_BYTES > end) return undefined
  const length = wide
    ? Number(view.readBigUInt64BE(at + BOX_HEAD_BYTES))
    : short === 0
      ? end - at
      : short
  const from = at + (wide ? 2 : 1) * BOX_HEAD_BYTES
  const to = at + length
  return to < from || to > end ? undefined : { type, at, from, to }
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
