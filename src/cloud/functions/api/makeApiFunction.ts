import { problemAnswer } from '../../doors/dispatch'
import { faultRefusal } from '../../doors/faultRefusal'
import type { Log } from '../../log'
import { answerEvent, type OpenedApp } from './answerEvent'
import { isHttpEvent, writeHttpAnswer } from './httpAccess'

type Parts = {
  readonly openApp: () => Promise<OpenedApp>
  /** `cloud.getWXContext`: what the platform, and only the platform, set for this one invocation. */
  readonly wechatContext: () => { readonly OPENID?: unknown }
  readonly log: Log
}

/** The platform's own: one of its many keys is set, one read. */
export type FunctionContext = {
  callbackWaitsForEmptyEventLoop?: boolean
  readonly request_id?: string
}

/** The door of a CloudBase event function, apart from what it opens. Faults end here, and say nothing of the event. */
export function makeApiFunction({ openApp, wechatContext, log }: Parts) {
  return async function main(event: unknown, context: FunctionContext) {
    // The open connections to the database would hold back every answer until they time out.
    context.callbackWaitsForEmptyEventLoop = false
    const requestId = context.request_id
    const openid = readOpenid(wechatContext())
    try {
      return await answerEvent(await openApp(), event, { openid, requestId })
    } catch (error) {
      log.error({ err: error, requestId }, 'a call of the api function failed')
      const { status, body } = problemAnswer(faultRefusal(error))
      const fault = { status, body: { ...body, instance: requestId } }
      return isHttpEvent(event) ? writeHttpAnswer(fault) : fault
    }
  }
}

/** The SDK turns values of digits into numbers, which no openid is; then it is nobody's. */
function readOpenid({ OPENID }: { readonly OPENID?: unknown }): string | undefined {
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : undefined
}
