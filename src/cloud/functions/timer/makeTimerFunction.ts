import type { App } from '../../app'
import type { Log } from '../../log'
import type { FunctionContext } from '../api/makeApiFunction'

/** What is left unfinished when the budget ends is taken up by the round of the next minute. */
const BUDGET_MS = 45_000

type Parts = {
  readonly openApp: () => Promise<Pick<App, 'runRound'>>
  readonly wechatContext: () => { readonly OPENID?: unknown }
  readonly log: Log
}

/**
 * One bounded round of what a server does in the background: relay, photos, deadlines. Any phone can call any function
 * by name, so an event that a person sent is turned away. The failure is thrown, for the platform to count.
 */
export function makeTimerFunction({ openApp, wechatContext, log }: Parts) {
  return async function main(event: unknown, context: FunctionContext) {
    context.callbackWaitsForEmptyEventLoop = false
    if (!isTimer(event) || wechatContext().OPENID !== undefined) return { done: false }
    const done = await round(openApp).catch((error: unknown) => {
      log.error({ err: error }, 'a round of the timer function failed')
      return false
    })
    // Without its cause: what the platform shows is read by more people than the log.
    if (!done) throw new Error('The round failed; the log says why')
    return { done }
  }
}

async function round(openApp: Parts['openApp']): Promise<boolean> {
  const app = await openApp()
  await app.runRound({ budgetMs: BUDGET_MS })
  return true
}

function isTimer(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'Type' in event && event.Type === 'Timer'
}
