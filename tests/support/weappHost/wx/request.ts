/** `wx.request`, `wx.uploadFile` and `wx.downloadFile` over a network that the host was given. */
import { bufferOf, bytesOf, textOf, utf8 } from '../bytes'
import type { Fields, NetAnswer, NetRequest, Network, Run, WxOptions } from '../types'
import { callBack, failureOf, WxFailure } from './answer'
import { fileAt } from './fileSystem'

const inFlightMost = 10
const timeoutMsByDefault = 60_000

type Send = (request: NetRequest) => Promise<NetAnswer>
type Gate = { send: Send }

export function requestApi(run: Run, network: Network, server: string | undefined): Fields {
  const gate: Gate = { send: queued(run, network, server) }
  return {
    request: task(run, 'request', (options) => request(gate, options)),
    uploadFile: task(run, 'uploadFile', (options) => upload(run, gate, options)),
    downloadFile: task(run, 'downloadFile', (options) => download(run, gate, options)),
  }
}

/** WeChat lets ten requests run at once and keeps the others waiting in their order. */
function queued(run: Run, network: Network, server: string | undefined): Send {
  const { requests } = run
  const waiting: (() => void)[] = []
  const note = () => {
    requests.waiting = waiting.length
    requests.inFlightMost = Math.max(requests.inFlightMost, requests.inFlight)
    requests.waitingMost = Math.max(requests.waitingMost, requests.waiting)
  }
  const turn = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve)
      note()
    })
  return async (asked) => {
    if (requests.inFlight >= inFlightMost) await turn()
    requests.inFlight += 1
    note()
    try {
      return await logged(run, network, { ...asked, url: addressed(asked.url, server) })
    } finally {
      requests.inFlight -= 1
      waiting.shift()?.()
      note()
    }
  }
}

async function logged(run: Run, network: Network, asked: NetRequest): Promise<NetAnswer> {
  const entry: Run['requests']['started'][number] = { method: asked.method, url: asked.url }
  run.requests.started.push(entry)
  try {
    if (run.phone.networkType === 'none') throw new Error('offline')
    const answer = await network(asked)
    entry.status = answer.status
    if (run.phone.answersLost) throw new Error('answer lost')
    return answer
  } catch (error) {
    entry.failure = error instanceof Error ? error.message : String(error)
    throw networkFailure(entry.failure)
  }
}

/** On a phone every cause reads alike, but a timeout and a request that the background swallowed. */
function networkFailure(reason: string) {
  if (reason === 'timeout') return new WxFailure('timeout', { errno: 5 })
  if (reason === 'interrupted') return new WxFailure('interrupted', { errno: 600003 })
  return new WxFailure('', { errno: 600001 })
}

/** The build has one address of the API compiled in; a test's server listens elsewhere. */
function addressed(url: string, server: string | undefined) {
  return server ? url.replace(/^https?:\/\/[^/]+/, server.replace(/\/$/, '')) : url
}

function task(run: Run, name: string, work: (options: WxOptions) => Promise<Fields>) {
  return (options: WxOptions) => {
    run.calls.push({ name, options })
    const state = { over: false }
    const end = (ok: boolean, fields: Fields) => {
      if (state.over) return
      state.over = true
      run.deliver(() => callBack(options, { ok, fields }))
    }
    void work(options).then(
      (fields) => end(true, { errMsg: `${name}:ok`, ...fields }),
      (error: unknown) => end(false, failureOf(name, error)),
    )
    return taskHandle(() => end(false, { errMsg: `${name}:fail abort` }))
  }
}

function taskHandle(abort: () => void) {
  const ignore = () => undefined
  const listeners = ['HeadersReceived', 'ChunkReceived', 'ProgressUpdate']
  const named = listeners.flatMap((name) => [
    [`on${name}`, ignore],
    [`off${name}`, ignore],
  ])
  return { abort, ...(Object.fromEntries(named) as Fields) }
}

async function request({ send }: Gate, options: WxOptions): Promise<Fields> {
  const headers = headersOf(options.header)
  headers['content-type'] ??= 'application/json'
  const method = String(options.method ?? 'GET').toUpperCase()
  const inUrl = method === 'GET' && isPlain(options.data)
  const answer = await send({
    method,
    url: inUrl ? withQuery(String(options.url), options.data as Fields) : String(options.url),
    headers,
    body: inUrl ? undefined : bodyOf(options.data, headers['content-type']),
    timeoutMs: timeoutOf(options),
  })
  return {
    data: dataOf(answer, options),
    statusCode: answer.status,
    header: answer.headers,
    cookies: [],
  }
}

function isPlain(data: unknown) {
  return typeof data === 'object' && data !== null && !ArrayBuffer.isView(data)
}

function headersOf(header: unknown): Record<string, string> {
  const pairs = Object.entries((header ?? {}) as Fields)
  return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), String(value)]))
}

function timeoutOf(options: WxOptions) {
  return typeof options.timeout === 'number' ? options.timeout : timeoutMsByDefault
}

function withQuery(url: string, data: Fields) {
  const query = queryOf(data)
  return query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url
}

function queryOf(data: Fields) {
  return Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')
}

function bodyOf(data: unknown, contentType: string): Uint8Array | undefined {
  if (data === undefined || data === null) return undefined
  const plain = Object.prototype.toString.call(data) === '[object Object]' || Array.isArray(data)
  if (!plain) return bytesOf(data)
  const asForm = contentType.includes('x-www-form-urlencoded')
  return utf8(asForm ? queryOf(data as Fields) : JSON.stringify(data))
}

function dataOf({ body }: NetAnswer, { responseType, dataType = 'json' }: WxOptions): unknown {
  if (responseType === 'arraybuffer') return bufferOf(body)
  const text = textOf(body)
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text // WeChat hands over what it could not parse.
  }
}

async function upload(run: Run, { send }: Gate, options: WxOptions): Promise<Fields> {
  const boundary = `----lianxin${run.nextNumber()}`
  const headers = headersOf(options.header)
  headers['content-type'] = `multipart/form-data; boundary=${boundary}`
  const file = fileAt(run, String(options.filePath))
  const answer = await send({
    method: 'POST',
    url: String(options.url),
    headers,
    body: multipart(boundary, options, file.bytes),
    timeoutMs: timeoutOf(options),
  })
  return { data: textOf(answer.body), statusCode: answer.status, header: answer.headers }
}

function multipart(boundary: string, options: WxOptions, file: Uint8Array): Uint8Array {
  const disposition = (name: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`
  const fields = Object.entries((options.formData ?? {}) as Fields).map(
    ([name, value]) => `${disposition(name)}\r\n\r\n${String(value)}\r\n`,
  )
  const fileName = String(options.fileName ?? String(options.filePath).split('/').pop())
  const head = `${disposition(String(options.name))}; filename="${fileName}"\r\n\r\n`
  const parts = [utf8(fields.join('') + head), file, utf8(`\r\n--${boundary}--\r\n`)]
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

async function download(run: Run, { send }: Gate, options: WxOptions): Promise<Fields> {
  const answer = await send({
    method: 'GET',
    url: String(options.url),
    headers: headersOf(options.header),
    body: undefined,
    timeoutMs: timeoutOf(options),
  })
  const tempFilePath = `wxfile://tmp_${run.nextNumber()}`
  run.temporary.set(tempFilePath, { bytes: answer.body, modifiedAtMs: Date.now() })
  return { tempFilePath, statusCode: answer.status, header: answer.headers }
}
