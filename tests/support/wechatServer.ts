import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { issueToken, type TokenLedger } from './wechatToken'

/**
 * A local server that keeps the documented rules of WeChat's login: a code lives five minutes and works once, a person
 * may log in a hundred times a minute, a wrong app id or secret is named. Its clock is moved, not waited for.
 */
export type WechatServer = {
  readonly url: string
  readonly appId: string
  readonly appSecret: string
  /** What `wx.login` hands the phone of this person. */
  mintCode(openid: string): string
  moveClock(milliseconds: number): void
  /** This person is one whom WeChat blocks as a high risk. */
  block(openid: string): void
  /** The next calls are answered with -1. */
  beBusy(calls: number): void
  /** Calls are accepted and never answered. */
  hang(): void
  /** This person has agreed to so many more messages of a template. */
  allow(openid: string, template: string, messages: number): void
  /** What arrived on phones. */
  readonly messages: readonly SentMessage[]
  /** Every token that was handed out is over. */
  endTokens(): void
  /** How many calls arrived, whatever was answered. */
  calls(): number
  /** Every session_key that was ever handed out, to look for where none may appear. */
  sessionKeys(): readonly string[]
  close(): Promise<void>
}

export type SentMessage = {
  readonly touser: string
  readonly template_id: string
  readonly page?: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

const CODE_LIFE_MS = 5 * 60_000
const LOGINS_PER_MINUTE = 100

type Code = { readonly openid: string; readonly mintedAt: number; used: boolean }

type State = {
  now: number
  readonly appId: string
  readonly appSecret: string
  readonly codes: Map<string, Code>
  readonly logins: Map<string, number[]>
  readonly blocked: Set<string>
  readonly sessionKeys: string[]
  readonly tokens: TokenLedger
  readonly allowed: Map<string, number>
  readonly messages: SentMessage[]
  busyCalls: number
  hanging: boolean
  calls: number
}

export async function startWechatServer(): Promise<WechatServer> {
  const state = freshState()
  const server = createServer((request, response) => void serve(state, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    appId: state.appId,
    appSecret: state.appSecret,
    mintCode: (openid) => mintCode(state, openid),
    moveClock: (milliseconds) => void (state.now += milliseconds),
    block: (openid) => void state.blocked.add(openid),
    beBusy: (calls) => void (state.busyCalls = calls),
    hang: () => void (state.hanging = true),
    allow: (openid, template, messages) =>
      void state.allowed.set(`${openid} ${template}`, messages),
    messages: state.messages,
    endTokens: () => void delete state.tokens.current,
    calls: () => state.calls,
    sessionKeys: () => state.sessionKeys,
    close: () => closeServer(server),
  }
}

function freshState(): State {
  return {
    now: Date.UTC(2026, 10, 23),
    appId: 'wx0123456789abcdef',
    appSecret: 'secret-of-the-test-app',
    codes: new Map(),
    logins: new Map(),
    blocked: new Set(),
    sessionKeys: [],
    tokens: { forced: [] },
    allowed: new Map(),
    messages: [],
    busyCalls: 0,
    hanging: false,
    calls: 0,
  }
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

function mintCode(state: State, openid: string): string {
  const code = `0${randomBytes(15).toString('hex')}`
  state.codes.set(code, { openid, mintedAt: state.now, used: false })
  return code
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse) {
  state.calls += 1
  const url = new URL(request.url ?? '/', 'http://localhost')
  const body = await readBody(request)
  if (state.hanging) return
  const answer = route(state, `${request.method} ${url.pathname}`, url.searchParams, body)
  response.statusCode = answer ? 200 : 404
  // As the real one does: JSON that is called text.
  response.setHeader('content-type', 'text/plain')
  response.end(JSON.stringify(answer ?? {}))
}

function route(
  state: State,
  path: string,
  query: URLSearchParams,
  body: string,
): object | undefined {
  if (path === 'GET /sns/jscode2session') return exchangeCode(state, query)
  if (path === 'POST /cgi-bin/stable_token') {
    const wrong = checkApp(state, JSON.parse(body))
    return wrong ?? issueToken(state.tokens, state.now, JSON.parse(body))
  }
  if (path === 'POST /cgi-bin/message/subscribe/send')
    return sendMessage(state, query.get('access_token'), JSON.parse(body) as SentMessage)
  return undefined
}

/** One agreement is one message; each field has its documented length. */
function sendMessage(state: State, token: string | null, message: SentMessage): object {
  if (!token || token !== state.tokens.current?.token) return refusal(40001, 'invalid credential')
  const tooLong = Object.entries(message.data).find(
    ([key, { value }]) => key.startsWith('thing') && [...value].length > 20,
  )
  if (tooLong) return refusal(47003, `argument invalid! data.${tooLong[0]}.value invalid`)
  const agreement = `${message.touser} ${message.template_id}`
  const left = state.allowed.get(agreement) ?? 0
  if (left === 0) return refusal(43101, 'user refuse to accept the msg')
  state.allowed.set(agreement, left - 1)
  state.messages.push(message)
  return { errcode: 0, errmsg: 'ok' }
}

function exchangeCode(state: State, query: URLSearchParams): object {
  if (state.busyCalls > 0) {
    state.busyCalls -= 1
    return refusal(-1, 'system error')
  }
  const wrong = checkApp(state, Object.fromEntries(query))
  if (wrong) return wrong
  if (query.get('grant_type') !== 'authorization_code') return refusal(40002, 'invalid grant_type')
  const code = state.codes.get(query.get('js_code') ?? '')
  if (!code || state.now - code.mintedAt > CODE_LIFE_MS) return refusal(40029, 'invalid code')
  if (code.used) return refusal(40163, 'code been used')
  return useCode(state, code)
}

function useCode(state: State, code: Code): object {
  if (countLogin(state, code.openid) > LOGINS_PER_MINUTE) {
    return refusal(45011, 'api minute-quota reach limit')
  }
  code.used = true
  if (state.blocked.has(code.openid)) return refusal(40226, 'code blocked')
  const sessionKey = randomBytes(16).toString('base64')
  state.sessionKeys.push(sessionKey)
  return { session_key: sessionKey, openid: code.openid }
}

function countLogin(state: State, openid: string): number {
  const earlier = state.logins.get(openid) ?? []
  const recent = [...earlier.filter((at) => state.now - at < 60_000), state.now]
  state.logins.set(openid, recent)
  return recent.length
}

function checkApp(state: State, sent: Record<string, unknown>): object | undefined {
  if (sent.appid !== state.appId) return refusal(40013, 'invalid appid')
  if (sent.secret !== state.appSecret) return refusal(40125, 'invalid appsecret')
  return undefined
}

function refusal(errcode: number, errmsg: string): object {
  return { errcode, errmsg: `${errmsg}, rid: ${randomBytes(8).toString('hex')}` }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
