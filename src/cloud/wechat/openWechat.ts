import { refuse, type Refusal } from '@domain/shared/refusal'
import type { WechatSettings } from '../settings'
import type { Wechat } from './wechat'

/** Both attempts together: a person is waiting with a finger on the button. */
const PATIENCE_MS = 5000
/** "System busy" is documented as worth one more try. */
const RETRY_DELAY_MS = 200
/** `45011` counts a person's calls per minute. */
const RATE_WINDOW_SECONDS = 60
const BUSY_SECONDS = 5
/** `-1`: busy on their side. */
const SYSTEM_BUSY = -1

type Means = { readonly fetch?: typeof globalThis.fetch; readonly patienceMs?: number }

type Answer = { readonly errcode: number; readonly openid?: string }

/**
 * WeChat's login, over its documented HTTP API
 * (https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html). The `session_key` of the
 * answer decrypts what people share with the app; nothing here needs it, so it is dropped where the answer is read.
 */
export function openWechat(settings: WechatSettings, means: Means = {}): Wechat {
  const { fetch = globalThis.fetch, patienceMs = PATIENCE_MS } = means
  return {
    async exchangeCode(code) {
      if (!settings.appId || !settings.appSecret) return refuse('access.wechat-not-configured')
      const signal = AbortSignal.timeout(patienceMs)
      const ask = () => askOnce(fetch, exchangeUrl(settings, code), signal)
      const first = await ask()
      if (first?.errcode !== SYSTEM_BUSY) return read(first)
      await pause(RETRY_DELAY_MS)
      return read(await ask())
    },
  }
}

function exchangeUrl(settings: WechatSettings, code: string): URL {
  const url = new URL('/sns/jscode2session', settings.apiBase)
  url.search = new URLSearchParams({
    appid: settings.appId,
    secret: settings.appSecret,
    js_code: code,
    grant_type: 'authorization_code',
  }).toString()
  return url
}

/**
 * Undefined: no answer that can be read. The failure itself is not passed on, because it may name the address, and the
 * address holds our secret; for the same reason a redirect is not followed.
 */
async function askOnce(
  fetch: typeof globalThis.fetch,
  url: URL,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { signal, redirect: 'error' })
    const { errcode, openid } = JSON.parse(await response.text()) as Record<string, unknown>
    return {
      errcode: typeof errcode === 'number' ? errcode : 0,
      ...(typeof openid === 'string' ? { openid } : {}),
    }
  } catch {
    return undefined
  }
}

/** What the documented codes mean to the person. Any other is a fault for whoever reads the log. */
const refusals: Readonly<Record<number, Refusal>> = {
  [SYSTEM_BUSY]: refuse('access.wechat-busy', { retryAfterSeconds: BUSY_SECONDS }),
  40029: refuse('access.wechat-code-used'),
  40163: refuse('access.wechat-code-used'),
  45011: refuse('access.wechat-busy', { retryAfterSeconds: RATE_WINDOW_SECONDS }),
  40226: refuse('access.wechat-blocked'),
  // The app id or its secret is wrong: only an administrator can help, and the number tells which.
  40013: refuse('access.wechat-not-configured', { errcode: 40013 }),
  40125: refuse('access.wechat-not-configured', { errcode: 40125 }),
}

function read(answer: Answer | undefined): { openid: string } | Refusal {
  if (!answer) return refuse('access.wechat-busy', { retryAfterSeconds: BUSY_SECONDS })
  const refusal = refusals[answer.errcode]
  if (refusal) return refusal
  if (answer.errcode === 0 && answer.openid) return { openid: answer.openid }
  throw new Error(`WeChat answered a login code with errcode ${answer.errcode} and no openid`)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
