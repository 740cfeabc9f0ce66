import { DAY_MS, MINUTE_MS } from '@domain/shared/instant'
import type { WechatSettings } from '../settings'
import type { Carried, Carrier, OutsideMessage } from './carrier'
import type { MessageTemplate } from './messageSettings'
import { makeAccessToken, type AccessToken } from './accessToken'
import { postJson } from './postJson'

/** The person did not agree to a message, or has had the one they agreed to. */
const NO_CONSENT = 43101
const TOKEN_OVER = new Set([40001, 42001, 40014])
/** Nobody but an administrator can help: a template, a field or the page is not what WeChat knows. */
const MISCONFIGURED = new Set([40037, 47003, 41030, 40013, 40125])
const NO_SUCH_PERSON = 40003
const DAILY_CAP = 45009

/** 订阅消息: to whoever allowed it on sending. Without a template of the county's there is none. */
export function makeWechatCarrier(
  settings: WechatSettings,
  templates: readonly MessageTemplate[],
): Carrier {
  const token = makeAccessToken(settings)
  return {
    name: 'wechat',
    atOnceMax: 8,
    addressOf: ({ openid }) => openid ?? undefined,
    send: (message) => sendByAny(settings, token, templates, message),
  }
}

/** Each template is agreed to by itself, so the next may still reach the person when one does not. */
async function sendByAny(
  settings: WechatSettings,
  token: AccessToken,
  templates: readonly MessageTemplate[],
  message: OutsideMessage,
): Promise<Carried> {
  let last: Carried = { outcome: 'refused', answer: '没有模板' }
  for (const template of templates) {
    const code = await sendOnce(settings, token, template, message)
    last = outcomeOf(code)
    if (code !== NO_CONSENT) return last
  }
  return last
}

/** undefined: no answer. */
async function sendOnce(
  settings: WechatSettings,
  token: AccessToken,
  template: MessageTemplate,
  message: OutsideMessage,
  again = true,
): Promise<number | undefined> {
  const access = await token.read()
  if (typeof access === 'number') return access
  const url = new URL('/cgi-bin/message/subscribe/send', settings.apiBase)
  url.searchParams.set('access_token', access.token)
  const answer = await postJson(url, {
    touser: message.address,
    template_id: template.id,
    page: `pages/matter/index?matterId=${message.matterId}`,
    data: Object.fromEntries(
      Object.entries(template.fields).map(([key, what]) => [
        key,
        { value: fit(key, what, message) },
      ]),
    ),
  })
  if (!answer) return undefined
  const code = typeof answer.body.errcode === 'number' ? answer.body.errcode : -1
  if (!TOKEN_OVER.has(code) || !again) return code
  token.forget(access.token)
  return sendOnce(settings, token, template, message, false)
}

function outcomeOf(code: number | undefined): Carried {
  if (code === 0) return { outcome: 'sent', answer: '已送达微信' }
  if (code === undefined) return { outcome: 'later', answer: '微信没有回答' }
  const answer = `微信 ${code}`
  if (code === NO_CONSENT)
    return { outcome: 'refused', answer: `${answer} 没有订阅，或订阅的次数用完了` }
  if (code === NO_SUCH_PERSON) return { outcome: 'refused', answer: `${answer} 没有这个人` }
  if (MISCONFIGURED.has(code)) return { outcome: 'refused', answer: `${answer} 模板或应用设置不对` }
  if (code === DAILY_CAP)
    return { outcome: 'later', answer: `${answer} 今天的次数用完了`, waitMs: DAY_MS / 4 }
  return { outcome: 'later', answer, waitMs: MINUTE_MS }
}

/** The longest that WeChat takes in a field of the type that the key begins with. */
const lengths: Readonly<Record<string, number>> = {
  thing: 20,
  phrase: 5,
  character_string: 32,
  name: 10,
}

function fit(
  key: string,
  what: MessageTemplate['fields'][string],
  message: OutsideMessage,
): string {
  if (what === 'at') return timeOf(message.at)
  const type = key.replace(/\d+$/, '')
  const max = lengths[type] ?? 20
  const characters = [...message[what].replace(/\s+/g, ' ').trim()]
  return characters.length > max
    ? `${characters.slice(0, max - 1).join('')}…`
    : characters.join('') || '—'
}

/** `2026-11-23 17:05`, by the clock of the county. */
function timeOf(at: number): string {
  return new Date(at)
    .toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', hour12: false })
    .slice(0, 16)
}
