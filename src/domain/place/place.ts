/** Datum 坐标系: WeChat gives gcj02, browsers wgs84; at Lianzhou the two lie 0.63 km apart. */
export const datums = ['gcj02', 'wgs84'] as const
export type Datum = (typeof datums)[number]

/** A place as it was taken; it is converted only where it is used. */
export type Place = {
  readonly longitude: number
  readonly latitude: number
  readonly datum: Datum
  readonly accuracyMetres?: number | undefined
  /** 手工标点: somebody set a pin on a map, where no satellite was asked or answered. */
  readonly byHand?: boolean | undefined
}
