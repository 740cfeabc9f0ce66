import type { Fields, Run, WxOptions } from '../types'

export class WxFailure extends Error {
  constructor(
    reason: string,
    readonly fields: Fields = {},
  ) {
    super(reason)
  }
}

export type WxFunction = (options?: WxOptions) => unknown
type Work = (options: WxOptions) => Fields | void | Promise<Fields | void>

/**
 * An asynchronous `wx` function: notes the call, answers through callbacks, or through a promise
 * when it was given none. A dead run gets no answer at all.
 */
export function answering(run: Run, name: string, work: Work = () => undefined): WxFunction {
  return (options = {}) => {
    run.calls.push({ name, options })
    const outcome = settled(name, options, work)
    if (options.success || options.fail || options.complete) {
      void outcome.then((end) => run.deliver(() => callBack(options, end)))
      return undefined
    }
    return new Promise((resolve, reject) => {
      void outcome.then(({ ok, fields }) =>
        run.deliver(() => (ok ? resolve(fields) : reject(fields))),
      )
    })
  }
}

type Outcome = { ok: boolean; fields: Fields }

async function settled(name: string, options: WxOptions, work: Work): Promise<Outcome> {
  try {
    return { ok: true, fields: { errMsg: `${name}:ok`, ...(await work(options)) } }
  } catch (error) {
    return { ok: false, fields: failureOf(name, error) }
  }
}

export function failureOf(name: string, error: unknown): Fields {
  const reason = error instanceof Error ? error.message : String(error)
  const more = error instanceof WxFailure ? error.fields : {}
  return { errMsg: reason ? `${name}:fail ${reason}` : `${name}:fail`, ...more }
}

export function callBack(options: WxOptions, { ok, fields }: Outcome) {
  if (ok) options.success?.(fields)
  else options.fail?.(fields)
  options.complete?.(fields)
}
