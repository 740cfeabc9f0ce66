import { randomUUID } from 'node:crypto'

/** The platform's limits, from https://cloud.tencent.com/document/product/583/11637 and docs.cloudbase.net/error-code. */
export const limits = {
  eventTextBytesMax: 100 * 1024,
  resultBytesMax: 6 * 1024 * 1024,
  environmentBytesMax: 4 * 1024,
} as const

export type CloudErrorCode =
  'EXCEED_MAX_PAYLOAD_SIZE' | 'FUNCTIONS_TIME_LIMIT_EXCEEDED' | 'FUNCTIONS_EXECUTE_FAIL'

/** The platform's refusal or the function's failure: what a client sees in place of a result. */
export class CloudError extends Error {
  constructor(
    readonly errCode: CloudErrorCode,
    message: string,
  ) {
    super(`${errCode}: ${message}`)
    this.name = 'CloudError'
  }
}

const appId = 'wx0123456789abcdef'
const envId = 'lianxin-test'

/** Set for the life of an instance. Its disk is read-only but for /tmp, and its clock shows UTC. */
export function instanceEnvironment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const ownBytes = Buffer.byteLength(Object.entries(own).flat().join('='))
  if (ownBytes > limits.environmentBytesMax) throw new Error('The environment is limited to 4 KB')
  return {
    PATH: process.env.PATH,
    HOME: '/tmp',
    TZ: ':UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: envId,
    ...own,
  }
}

/** Set for one request: who calls, when it is a person in WeChat. `getWXContext` reads these. */
export function requestEnvironment(openid: string | undefined): Record<string, string> {
  if (openid === undefined) return { TCB_ENV: envId }
  return {
    TCB_ENV: envId,
    TCB_SOURCE: 'wx_client',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP',
    WX_OPENID: openid,
    WX_APPID: appId,
    WX_CLIENTIP: '192.0.2.1',
  }
}

/** A call from a phone carries these two beside what the phone sent. */
export function asPhoneEvent(data: object, openid: string): object {
  return { ...data, userInfo: { appId, openId: openid }, tcbContext: {} }
}

export function requestContext(functionName: string, timeoutMs: number, memoryMb: number): object {
  return {
    callbackWaitsForEmptyEventLoop: true,
    memory_limit_in_mb: memoryMb,
    time_limit_in_ms: timeoutMs,
    request_id: randomUUID(),
    environment: {},
    environ: '',
    function_version: '$LATEST',
    function_name: functionName,
    namespace: envId,
    tencentcloud_region: 'ap-shanghai',
    tencentcloud_appid: '1250000000',
    tencentcloud_uin: '100000000000',
  }
}
