import type { MatterView } from '@contract/views'
import { problem, type ProblemCode } from '@contract/problems'
import { TextDecoder, TextEncoder } from 'node:util'
import { hubOperatorChen, NOW } from './givenMatter'

type Call = {
  readonly name: string
  readonly body: Record<string, unknown>
  readonly token: string
}
type Answer = (body: Record<string, unknown>) => unknown

/** Answered instead of a body: the server refuses. */
class Refused {
  constructor(
    readonly code: ProblemCode,
    readonly details?: Record<string, unknown>,
  ) {}
}
export const refused = (code: ProblemCode, details?: Record<string, unknown>) =>
  new Refused(code, details)
/** Answered instead of a body: the line breaks before anything comes back. */
export const noAnswer = Symbol('no answer')

/** Stands for the backend behind `fetch`: answers by operation, and a stream of changes the test writes to. */
export function makeFakeBackend() {
  const calls: Call[] = []
  const streams: FakeStream[] = []
  const answers: Record<string, Answer> = {
    signIn: () => ({ token: 'token-2', expiresAt: '', person: hubOperatorChen }),
    whoAmI: () => ({
      person: hubOperatorChen,
      county: { code: '441882', name: '连州市' },
      serverTime: new Date(NOW).toISOString(),
    }),
    listChanges: () => ({ items: [], cursor: 'c0' }),
    listAreas: () => ({ items: [] }),
    listMatters: () => ({ items: [], next: null }),
    findSimilar: () => ({ items: [] }),
    listNotices: () => ({ items: [], next: null }),
    listCards: () => ({ items: [], next: null }),
    attendMatter: () => ({ here: [] }),
    listDeskEntries: () => ({ items: [] }),
    listNear: () => ({ items: [] }),
    listFilters: () => ({ items: [] }),
    listShiftNotes: () => ({ items: [], next: null }),
    signOut: () => ({ signedOut: true }),
  }

  const respond = (url: string, init: RequestInit) => {
    if (url.endsWith('config.json')) return answer(200, { demo: true, tianditu: null })
    const [, name = '', query = ''] = /\/api\/v1\/([^?]+)\??(.*)/.exec(url) ?? []
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {}
    const headers = init.headers as Record<string, string>
    calls.push({
      name: query ? `${name}?${query}` : name,
      body,
      token: headers.authorization ?? '',
    })
    const made = answers[name]?.(body) ?? backend.fallback(name)
    if (made === noAnswer) throw new TypeError('Failed to fetch')
    if (made instanceof Refused) {
      const refusal = problem(made.code)
      return answer(refusal.status, { ...refusal, ...(made.details && { details: made.details }) })
    }
    if (name !== 'live') return answer(200, made)
    const stream = new FakeStream(init.signal ?? undefined)
    streams.push(stream)
    return { ok: true, status: 200, body: { getReader: () => stream } }
  }

  const backend = {
    fetch: ((url: string, init: RequestInit = {}) =>
      Promise.resolve().then(() => respond(url, init))) as unknown as typeof fetch,
    calls,
    answers,
    streams,
    callsOf: (name: string) => calls.filter((call) => call.name.split('?')[0] === name),
    /** For operations whose name is not known beforehand: pieces of a photo. */
    fallback: (_name: string): unknown => undefined,
    /** The server tells of a change on the stream that is open. */
    tell: (cursor: string, action: string, matter: MatterView) =>
      streams
        .at(-1)
        ?.write(`event: change\nid: ${cursor}\ndata: ${JSON.stringify({ action, matter })}\n\n`),
  }
  return backend
}

export type FakeBackend = ReturnType<typeof makeFakeBackend>

function answer(status: number, body: unknown) {
  return { ok: status < 400, status, json: () => Promise.resolve(body) }
}

type Piece = { readonly done: boolean; readonly value?: Uint8Array }

class FakeStream {
  private readonly pieces: Piece[] = []
  private waiting: { take: (piece: Piece) => void; fail: (error: Error) => void } | undefined

  constructor(signal: AbortSignal | undefined) {
    signal?.addEventListener('abort', () => this.waiting?.fail(new Error('aborted')))
  }

  read(): Promise<Piece> {
    const piece = this.pieces.shift()
    if (piece) return Promise.resolve(piece)
    return new Promise((take, fail) => {
      this.waiting = { take, fail }
    })
  }

  write(text: string): void {
    this.give({ done: false, value: new TextEncoder().encode(text) })
  }

  /** The line is cut. */
  end(): void {
    this.give({ done: true })
  }

  private give(piece: Piece): void {
    const { waiting } = this
    this.waiting = undefined
    if (waiting) waiting.take(piece)
    else this.pieces.push(piece)
  }
}

Object.assign(globalThis, { TextDecoder })
