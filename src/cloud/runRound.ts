import { startAsking } from './certificates/startAsking'
import type { Context } from './context'
import { SWEEP_BATCH } from './deadlines/startDeadlineSweep'
import { sweepDeadlines } from './deadlines/sweepDeadlines'
import { FOLD_ROWS_MAX } from './figures/startFolding'
import { cleanNextPhoto } from './files/cleanPhotos'
import type { Sweep } from './files/sweepFiles'
import { sealAudit } from './store/auditChain'
import { foldFigures } from './store/figureStore'
import { startMessages } from './messages/startMessages'
import { startRelay } from './relay/relay'

/**
 * One bounded round of what a server does in the background, for a timer that is called each minute. The parts go on
 * side by side: a hub that does not answer keeps nobody waiting for a photo. After the budget nothing further is
 * begun; what is in hand has its own limit.
 */
export async function runRound(context: Context, budgetMs: number, sweep: Sweep): Promise<void> {
  const budget = new AbortController()
  const timer = setTimeout(() => budget.abort(), budgetMs)
  const until = budget.signal
  const deadlines = sweepDeadlines(context, { limit: SWEEP_BATCH, until })
  const parts = await Promise.allSettled([
    deadlines,
    forward(context, until, deadlines),
    cleanPhotos(context, until).finally(sweep),
    foldFigures(context.database, context.countyId, FOLD_ROWS_MAX),
    askOutside(context, until),
    tellOutside(context, until, deadlines),
    sealAudit(context.database, context.countyId),
  ])
  clearTimeout(timer)
  const faults = parts.flatMap((part) =>
    part.status === 'rejected' ? [part.reason as unknown] : [],
  )
  if (faults.length > 0) throw new AggregateError(faults, 'Part of the round failed')
}

/** A second time for deadlines that passed in this round: their events leave in it, too. */
async function forward(
  context: Context,
  until: AbortSignal,
  deadlines: Promise<unknown>,
): Promise<void> {
  const relay = startRelay(context, { listening: false })
  try {
    await relay.drain({ until })
    await Promise.allSettled([deadlines])
    await relay.drain({ until })
  } finally {
    await relay.stop()
  }
}

async function askOutside(context: Context, until: AbortSignal): Promise<void> {
  const asking = startAsking(context, { listening: false })
  try {
    await asking.drain({ until })
  } finally {
    await asking.stop()
  }
}

/** After the deadlines of this round, which are what people are told of most. */
async function tellOutside(
  context: Context,
  until: AbortSignal,
  deadlines: Promise<unknown>,
): Promise<void> {
  const messages = startMessages(context, { listening: false })
  try {
    await Promise.allSettled([deadlines])
    await messages.drain({ until })
  } finally {
    await messages.stop()
  }
}

async function cleanPhotos(context: Context, until: AbortSignal): Promise<void> {
  while (!until.aborted && (await cleanNextPhoto(context))) continue
}
