/** How much of the phone the app takes for itself; WeChat gives 10 MB of records and 200 MB of files, and no more. */
export const roomRules = {
  recordsBytesMax: 5 * 1024 * 1024,
  filesBytesMax: 150 * 1024 * 1024,
  /** From this share on the person is warned, and what the server has is cleared away. */
  warnAt: 0.8,
  /** Sent items whose page may still be open. */
  sentKeptWhenTight: 5,
} as const

export type Room = { readonly records: number; readonly files: number }

/** tight: there is little left · full: nothing more is taken in. */
export type RoomLevel = 'fine' | 'tight' | 'full'

function levelOf(bytes: number, max: number): RoomLevel {
  if (bytes >= max) return 'full'
  return bytes >= max * roomRules.warnAt ? 'tight' : 'fine'
}

export const recordsLevel = ({ records }: Pick<Room, 'records'>) =>
  levelOf(records, roomRules.recordsBytesMax)
export const filesLevel = ({ files }: Pick<Room, 'files'>) =>
  levelOf(files, roomRules.filesBytesMax)

/** The larger of the two shares, in whole percent. */
export function percentTaken({ records, files }: Room): number {
  const { recordsBytesMax, filesBytesMax } = roomRules
  return Math.floor(Math.max(records / recordsBytesMax, files / filesBytesMax) * 100)
}
