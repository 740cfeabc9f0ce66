/** Recordings as phones make them, small enough to read: each frame and each box is where a player looks for it. */

/** MPEG 1, layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame. */
function frames(count: number): Buffer {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x44])
  return Buffer.concat(Array.from({ length: count }, () => frame))
}

/** A voice with tags that say who spoke where. */
export function voiceOf(spoken = 'Baozhu'): { file: Buffer; sound: Buffer } {
  const words = Buffer.from(`\0${spoken} 24.78 112.37`)
  const tag = Buffer.concat([Buffer.from('TXXX\0\0\0\0\0\0'), words])
  const head = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, tag.length >> 7, tag.length & 127])
  const tail = Buffer.alloc(128)
  tail.write('TAGwho spoke')
  const sound = frames(20)
  return { file: Buffer.concat([head, tag, sound, tail]), sound }
}

export function box(type: string, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

export const WHERE = '+24.7820+112.3770/'

/** A film with the place, the device and a note of XMP beside it, as phones write them. */
export function filmOf(brand = 'isom', ...more: Buffer[]): Buffer {
  const place = box('\xa9xyz', Buffer.from(`\0\x12\x15\xc7${WHERE}`, 'latin1'))
  const track = box('trak', box('tkhd', Buffer.alloc(84)), box('meta', Buffer.from('Secret-Phone')))
  const movie = box('moov', box('mvhd', Buffer.alloc(100)), track, box('udta', place))
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0isommp42`, 'latin1')),
    movie,
    box('uuid', Buffer.from(`<x:xmpmeta>${WHERE}</x:xmpmeta>`)),
    ...more,
    box('mdat', Buffer.from('the pictures themselves')),
  ])
}
