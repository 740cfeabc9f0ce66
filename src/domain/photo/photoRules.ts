/** Limits on what a person sends with a matter. Phone and server keep the same ones. */
export const photoRules = {
  photosPerMatterMax: 9,
  photoBytesMax: 10 * 1024 * 1024,
  /** The phone shrinks to this before sending. */
  longEdgePixels: 1600,
  targetBytes: 300 * 1024,
  /** Of a tile in a list: twice what the narrowest phone shows of it. */
  tilePixels: 216,
  chunkBytes: 256 * 1024,
  /** The server refuses to decode more: a small file can hold a very large picture. */
  pixelsMax: 50_000_000,
} as const

/** 说话上报: a voice instead of writing. */
export const voiceRules = {
  voicesPerReportMax: 3,
  /** The phone stops listening by itself. */
  secondsMax: 60,
} as const

/** 短视频: it counts as a photo and keeps to a photo's bytes; the phone films no longer. */
export const videoRules = { secondsMax: 15 } as const

export const textRules = { matterTextMax: 2000, noteMax: 500 } as const
