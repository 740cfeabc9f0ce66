import { openCloudRunner } from './openCloudRunner'

type Call = {
  readonly openid?: string
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

/** One call to a fresh instance, which is then thrown away: every call pays the cold start. */
export async function callFunction(bundleDir: string, event: object, call: Call = {}) {
  const { openid, ...options } = call
  const runner = openCloudRunner(bundleDir, options)
  try {
    return await runner.call(event, openid === undefined ? {} : { openid })
  } finally {
    runner.close()
  }
}
