import type { FileId } from '@domain/shared/ids'
import { DAY_MS } from '@domain/shared/instant'
import type { Context } from '../context'
import {
  deleteStaleFile,
  isShown,
  lockForSweep,
  lookThroughFiles,
  type Stale,
} from '../store/staleFiles'
import { HOLDINGS_KEPT_MS } from '../queries/readHoldings'
import { forgetOldHoldings } from '../store/holdingStore'
import { incomingFolder } from './blobKeys'

/** A phone that was left in a drawer over the holidays still finishes its photo. */
const UNFINISHED_KEPT_MS = 60 * DAY_MS
/** The photo is sent before its report; one that waits in a phone's queue is longer on its way. */
const UNNAMED_KEPT_MS = 7 * DAY_MS
/** Small steps far apart: photos that have come are not kept waiting. */
const STEP_FILES_MAX = 200
const STEP_EVERY_MS = 10_000
const ROUND_EVERY_MS = DAY_MS
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

export type Sweep = () => Promise<void>

/**
 * Takes away files that nobody will miss, a step with each call that comes late enough. It walks
 * through all files in the order of their ids and rests when it is through; several processes may
 * do the same.
 */
export function makeSweep(context: Context): Sweep {
  let after = BEFORE_ALL
  let nextAt = -Infinity
  return async () => {
    const now = context.now()
    if (now < nextAt) return
    nextAt = now + STEP_EVERY_MS
    const last = await sweepFiles(context, after)
    after = last ?? BEFORE_ALL
    if (last === undefined) nextAt = now + ROUND_EVERY_MS
  }
}

/** What phones said that have not been heard for so long, a few with each step. */
async function forgetHoldings({ database, countyId, now }: Context): Promise<void> {
  const heardBefore = now() - HOLDINGS_KEPT_MS
  await forgetOldHoldings(database, countyId, { heardBefore, limit: STEP_FILES_MAX })
}

/** One step; answers where the next one begins, `undefined` at the end. */
export async function sweepFiles(
  context: Context,
  after = BEFORE_ALL,
): Promise<string | undefined> {
  const { database, countyId } = context
  const now = context.now()
  const unfinishedBefore = now - UNFINISHED_KEPT_MS
  const stale = { countyId, unfinishedBefore, unnamedBefore: now - UNNAMED_KEPT_MS }
  const page = { after, limit: STEP_FILES_MAX }
  await forgetHoldings(context)
  const files = await lookThroughFiles(database, stale, page)
  for (const { fileId } of files.filter((file) => file.stale))
    await sweepFile(context, stale, fileId).catch((error: unknown) =>
      context.log.error({ err: error, fileId }, 'a file could not be swept away'),
    )
  return files.length < STEP_FILES_MAX ? undefined : files.at(-1)?.fileId
}

/** The row goes last: whoever is killed before that comes by again, and no bytes are left behind unnamed. */
async function sweepFile(context: Context, stale: Stale, fileId: FileId): Promise<void> {
  const { database, blobs } = context
  await database.transaction(async (tx) => {
    await lockForSweep(tx)
    const keys = await deleteStaleFile(tx, stale, fileId)
    if (!keys) return
    for (const key of keys) if (!(await isShown(tx, key))) await blobs.delete(key)
    await blobs.deleteBelow(incomingFolder(fileId))
  })
}
