import { MINUTE_MS } from '@domain/shared/instant'
import type { WechatSettings } from '../settings'
import { postJson } from './postJson'

/** 接口调用凭据 of the mini-program, the stable kind: asking again gives the same one, so processes need not share it. */
export type AccessToken = {
  /** A number: WeChat's error code; -1: no answer. */
  read(): Promise<{ readonly token: string } | number>
  /** WeChat says it is over before its time. */
  forget(token: string): void
}

/** WeChat hands out the next one five minutes before the end, and the old one works until then. */
const EARLY_MS = MINUTE_MS

export function makeAccessToken(settings: WechatSettings): AccessToken {
  let known: { token: string; until: number } | undefined
  let asking: Promise<{ readonly token: string } | number> | undefined
  async function ask(): Promise<{ readonly token: string } | number> {
    const answer = await postJson(new URL('/cgi-bin/stable_token', settings.apiBase), {
      grant_type: 'client_credential',
      appid: settings.appId,
      secret: settings.appSecret,
    })
    const { access_token: token, expires_in: seconds, errcode } = answer?.body ?? {}
    if (typeof token !== 'string') return typeof errcode === 'number' ? errcode : -1
    known = { token, until: performance.now() + Number(seconds) * 1000 - EARLY_MS }
    return { token }
  }
  return {
    async read() {
      if (known && performance.now() < known.until) return { token: known.token }
      asking ??= ask().finally(() => (asking = undefined))
      return asking
    },
    forget: (token) => {
      if (known?.token === token) known = undefined
    },
  }
}
