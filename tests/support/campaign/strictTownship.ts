import { createHash, randomUUID } from 'node:crypto'
import { CLOCK_AHEAD_MAX_MS, REPORT_AGE_MAX_MS } from '@domain/flow/decideReport'
import { photoRules } from '@domain/photo/photoRules'
import type { PersonView } from '@contract/views'
import { problem, type ProblemCode } from '@contract/problems'
import { kinds, matterOf, ownGrid } from '../../miniapp/support/township'

import type { Outcome, TownshipTasks } from './townshipTasks'

export type Said = { readonly status: number; readonly body: unknown }
type Received = { bytes: number; sha256: string; contents: Buffer }
type Body = Readonly<Record<string, unknown>>
type Matter = { readonly body: Body; readonly command: string; readonly reported: number }

/**
 * A township in memory that keeps the contract's promises to the letter: a command once, a piece of a photo only where
 * it belongs, sessions that end. Whatever a phone does against the contract is noted in `broken`. What it has answered
 * for outlives its restarts.
 */
export function createStrictTownship(
  now: () => number,
  { person, tasks }: { person: PersonView; tasks: TownshipTasks },
) {
  const commands = new Map<string, { hash: string; said: Said }>()
  const matters = new Map<string, Matter>()
  const files = new Map<string, Received>()
  const tokens = new Set(['token'])
  const broken: string[] = []
  const holdings: Body[] = []
  /** Which command closed which report on the spot. */
  const closed = new Map<string, string>()

  function ask(name: string, body: Body, token: string | undefined): Said {
    if (name === 'signIn') return done(signIn(tokens, person))
    if (name === 'describeServer') return done({ demo: false, county, serverTime: iso(now()) })
    if (!token || !tokens.has(token)) return refused('access.session-ended')
    if (name === 'reportMatter') return once(name, body, () => report(body))
    if (name === 'claimTask') return claim({ taskId: body.taskId }, body)
    if (name === 'actOnMatter' && body.action === 'claim')
      return claim({ matterId: body.matterId }, body)
    if (name === 'actOnMatter') return once(name, body, () => act(body))
    if (name === 'listTasks') return done({ items: tasks.list(body), next: null })
    if (name === 'getMatter') return open(body.matterId)
    if (name === 'whoAmI') return done({ person, county, serverTime: iso(now()) })
    if (name === 'reportHoldings') {
      holdings.push(body)
      return done({ heardAt: iso(now()) })
    }
    return name in queries ? done(queries[name]) : refused('request.unknown-name')
  }

  /** Asked for by its task, or repeated later as a step of its matter: one command, as on the real server. */
  function claim(which: Body, { commandId }: Body): Said {
    const taskId = tasks.tasks.find(
      (task) => task.taskId === which.taskId || task.matterId === which.matterId,
    )?.taskId
    return once('claim', { commandId, taskId }, () => say(tasks.claim({ taskId })))
  }

  function once(name: string, body: Body, act: () => Said): Said {
    const commandId = String(body.commandId)
    const hash = createHash('sha256').update(JSON.stringify({ name, body })).digest('hex')
    const before = commands.get(commandId)
    if (before) {
      if (before.hash === hash) return before.said
      broken.push(`${commandId} came again with another body`)
      return refused('command.id-reused')
    }
    const said = act()
    if (said.status === 200) commands.set(commandId, { hash, said })
    return said
  }

  function act(body: Body): Said {
    if (body.action !== 'closeOnSpot') return say(tasks.act(body))
    const matterId = String(body.matterId)
    if (!matters.has(matterId)) broken.push(`${matterId} was closed before it was reported`)
    if (closed.has(matterId)) broken.push(`${matterId} was closed by a second command`)
    closed.set(matterId, String(body.commandId))
    return done({ matter: matterOf({ matterId: matterId as never, status: 'closed' }) })
  }

  function say(outcome: Outcome): Said {
    return 'matter' in outcome ? done(outcome) : refused(outcome.refused, tasks.refusalDetails)
  }

  function open(matterId: unknown): Said {
    const page = tasks.page(matterId)
    return page ? done(page) : refused('matter.not-found')
  }

  function report(body: Body): Said {
    const matterId = String(body.matterId)
    if (matters.has(matterId)) {
      broken.push(`${matterId} was reported by a second command`)
      return refused('matter.id-taken')
    }
    const age = now() - Date.parse(String(body.discoveredAt)) + Number(body.clockAheadMs ?? 0)
    if (age > REPORT_AGE_MAX_MS || age < -CLOCK_AHEAD_MAX_MS) return refused('matter.clock-off')
    if (String(body.text).includes(REFUSED_WORD)) return refused('matter.place-outside-county')
    matters.set(matterId, { body, command: String(body.commandId), reported: now() })
    return done({ matter: matterOf({ matterId: matterId as never }) })
  }

  function receive(fileId: string, query: URLSearchParams, piece: Buffer, token?: string): Said {
    if (!token || !tokens.has(token)) return refused('access.session-ended')
    const [offset, bytes] = [Number(query.get('offset')), Number(query.get('bytes'))]
    const sha256 = query.get('sha256') ?? ''
    if (bytes > photoRules.photoBytesMax) return refused('file.too-large')
    if (piece.length === 0 || offset + piece.length > bytes) return refused('request.invalid')
    const file = files.get(fileId) ?? { bytes, sha256, contents: Buffer.alloc(0) }
    if (file.bytes !== bytes || file.sha256 !== sha256) {
      broken.push(`${fileId} came as another file`)
      return refused('file.id-reused')
    }
    return append(fileId, file, offset, piece)
  }

  function append(fileId: string, file: Received, offset: number, piece: Buffer): Said {
    const receivedBytes = file.contents.length
    if (offset > receivedBytes) return refused('file.wrong-offset', { receivedBytes })
    if (offset < receivedBytes) return done(progressOf(fileId, file))
    file.contents = Buffer.concat([file.contents, piece])
    files.set(fileId, file)
    if (isWhole(file) && sha256Of(file.contents) !== file.sha256) {
      file.contents = Buffer.alloc(0)
      broken.push(`${fileId} arrived damaged`)
      return refused('file.hash-mismatch', { receivedBytes: 0 })
    }
    return done(progressOf(fileId, file))
  }

  return {
    ask,
    receive,
    /** Every session ends at once. */
    endSessions: () => tokens.clear(),
    matters,
    files,
    broken,
    holdings,
    closed,
    tasks: tasks.tasks,
    photosNamedBy: (matterId: string): string[] => fileIdsOf(matters.get(matterId)),
    arrived: (fileIds: readonly string[]): Buffer[] =>
      fileIds.flatMap((fileId) => {
        const file = files.get(fileId)
        return file && isWhole(file) ? [file.contents] : []
      }),
    lacking: (fileIds: readonly string[]): string[] =>
      fileIds.filter((fileId) => {
        const file = files.get(fileId)
        return !file || !isWhole(file)
      }),
  }
}

export type StrictTownship = ReturnType<typeof createStrictTownship>

/** A report with this word in it is refused for good. */
export const REFUSED_WORD = '界外'

const county = { code: '441882', name: '连州市' }

const queries: Readonly<Record<string, unknown>> = {
  listKinds: { items: kinds },
  listAreas: { items: [{ code: '441882118', name: '西江镇' }] },
  listGrids: { datum: 'gcj02', items: [ownGrid] },
  findGrid: { grid: ownGrid },
  listMatters: { items: [], next: null },
  listChanges: { items: [], cursor: '1' },
  getPoints: { balance: 12, earns: true },
  listPostings: { items: [], next: null },
  listNotices: { items: [], next: null },
  listCards: { items: [], next: null },
  findSimilar: { items: [] },
}

function signIn(tokens: Set<string>, person: PersonView): Body {
  const token = `token-${randomUUID()}`
  tokens.add(token)
  return { token, expiresAt: '2027-01-01T00:00:00Z', person }
}

function done(body: unknown): Said {
  return { status: 200, body }
}

function refused(code: ProblemCode, details?: Record<string, unknown>): Said {
  const said = problem(code, details)
  return { status: said.status, body: said }
}

function progressOf(fileId: string, file: Received) {
  const state = isWhole(file) ? 'received' : 'receiving'
  return { fileId, receivedBytes: file.contents.length, state }
}

function isWhole({ contents, bytes }: Received): boolean {
  return contents.length === bytes
}

function fileIdsOf(matter: Matter | undefined): string[] {
  return (matter?.body.fileIds as string[] | undefined) ?? []
}

function sha256Of(contents: Buffer): string {
  return createHash('sha256').update(contents).digest('hex')
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
