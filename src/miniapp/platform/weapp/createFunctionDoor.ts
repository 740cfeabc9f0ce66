import { beforeTimeout } from '../beforeTimeout'
import type { Door, HttpAnswer, Pass } from '../ports'

/** What is used of `wx.cloud`. */
export type WechatCloud = {
  readonly init: (options: { env: string }) => void
  readonly callFunction: (call: {
    name: string
    data: Readonly<Record<string, unknown>>
    success: (answer: { result?: unknown }) => void
    fail: (cause: unknown) => void
  }) => void
}

type Parts = {
  readonly cloud: WechatCloud
  readonly env: string
  readonly toBase64: (bytes: ArrayBuffer) => string
}

const FUNCTION = 'api'
/** WeChat takes no event of 100 KB, and base64 is a third longer than the bytes. */
const CHUNK_BYTES = 64 * 1024

/** The backend as a cloud function: no domain of its own, and WeChat itself says who calls. */
export function createFunctionDoor({ cloud, env, toBase64 }: Parts): Door {
  cloud.init({ env })
  const call = (name: string, body: unknown, pass: Pass) => callFunction(cloud, name, body, pass)
  return {
    call,
    sendChunk: async (heading, chunk, pass) =>
      call('uploadChunk', { ...heading, data: toBase64(chunk) }, pass),
    chunkBytes: CHUNK_BYTES,
  }
}

async function callFunction(
  cloud: WechatCloud,
  name: string,
  body: unknown,
  { token, timeoutMs }: Pass,
): Promise<HttpAnswer> {
  const data = { name, body, ...(token ? { token } : {}) }
  const asked = new Promise<{ result?: unknown }>((success, fail) =>
    cloud.callFunction({ name: FUNCTION, data, success, fail }),
  )
  const { result } = await beforeTimeout(asked, timeoutMs)
  // A function that ran out of time or memory is answered for by the platform.
  if (!isAnswer(result)) throw new Error('The function gave no answer')
  return { status: result.status, body: result.body }
}

function isAnswer(result: unknown): result is HttpAnswer {
  return typeof (result as Partial<HttpAnswer> | null | undefined)?.status === 'number'
}
