/** MPEG audio, layer III: frames, and beside them tags that say who recorded it, where and with what. */

const ID3_HEAD_BYTES = 10
const ID3_TAIL_BYTES = 128

export function beginsLikeSound(bytes: Uint8Array): boolean {
  return readAscii(bytes, 0, 3) === 'ID3' || isFrame(bytes, 0)
}

/** The sound without its tags; `undefined` where no frame follows them. */
export function findFrames(bytes: Uint8Array): Uint8Array | undefined {
  const start = tagBytes(bytes)
  const tagged = readAscii(bytes, bytes.length - ID3_TAIL_BYTES, 3) === 'TAG'
  const frames = bytes.subarray(start, tagged ? bytes.length - ID3_TAIL_BYTES : bytes.length)
  return isFrame(frames, 0) ? frames : undefined
}

/** ID3v2: its length stands in four bytes of seven bits each. */
function tagBytes(bytes: Uint8Array): number {
  if (readAscii(bytes, 0, 3) !== 'ID3') return 0
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, ID3_HEAD_BYTES)
  return ID3_HEAD_BYTES + (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127))
}

/** Eleven set bits, and layer III. */
function isFrame(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2)
  return first === 0xff && (second & 0xe6) === 0xe2
}

function readAscii(bytes: Uint8Array, at: number, length: number): string {
  return at < 0 ? '' : Buffer.from(bytes.subarray(at, at + length)).toString('latin1')
}
