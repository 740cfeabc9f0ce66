import type { Actor } from '@domain/access/actor'
import { townshipOf, villageOf, type AreaCode } from '@domain/area/areaCode'
import { plainCalendar } from '@domain/deadline/dueAt'
import { wakeAtOf } from '@domain/deadline/wakeAtOf'
import { availableActions } from '@domain/flow/availableActions'
import { decideAnswer } from '@domain/flow/decideAnswer'
import { decideMatter } from '@domain/flow/decideMatter'
import { decideReport } from '@domain/flow/decideReport'
import { decideWake } from '@domain/flow/decideWake'
import type { FlowTable } from '@domain/flow/flowTable'
import type { Surroundings } from '@domain/flow/surroundings'
import { marksOf } from '@domain/flow/timeAfter'
import type { Fields } from '@domain/form/formField'
import type { Kind } from '@domain/kind/kind'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { ActionInput, Matter, ParentMatter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import { readingOf } from '@domain/matter/mayRead'
import type { FileId, MatterId } from '@domain/shared/ids'
import { HOUR_MS, type Instant } from '@domain/shared/instant'
import { isRefusal, type Refusal } from '@domain/shared/refusal'
import { grid } from '../../support/people'

/**
 * Plays one matter through a flow table, as the township would, clock included:
 *
 *   play(questionFlow).report(residentWang).does(hubOperatorChen, 'answer', { result: '带身份证来' }).waits(24)
 *
 * `does` fails where the rules refuse; `refuses` tells the refusal's code. `waits` lets the clock speak at every moment
 * it has something to say, not only at the end.
 */
export type Play = {
  report(by: Actor, fields?: Fields, rest?: { text?: string; photos?: readonly string[] }): Play
  does(by: Actor, action: string, input?: ActionInput): Play
  /** The system outside that was asked answers. */
  answers(action: string, input?: ActionInput): Play
  waits(hours: number): Play
  /** Matters that belong to this one: so many are open. */
  hasOpenChildren(count: number): Play

  /** The code of the refusal, with the field it names: `matter.form-incomplete result`. Undefined when allowed. */
  refuses(by: Actor, action: string, input?: ActionInput): string | undefined
  refusesAnswer(action: string, input?: ActionInput): string | undefined
  refusesReport(by: Actor, fields?: Fields): string | undefined
  /** The names of the buttons that somebody has now. */
  offers(to: Actor): string[]
  /** The one thing to do first, as somebody is shown it. */
  first(to: Actor): string | undefined
  reading(of: Actor): ReturnType<typeof readingOf>
  matter(): Matter
  status(): string
  /** Every event so far, and the rows they were written in. */
  events(): MatterEvent[]
  rows(): readonly (readonly MatterEvent[])[]
  /** What was said since the last time this was asked: `action: listeners` and `50 %: listeners`. */
  news(): string[]
  now(): Instant
}

export type Setting = {
  /** One of the flow's own kinds by its code, or what is said of a kind of the county's list. */
  readonly kind?: string | Partial<Kind>
  /** Where it happened; it is filed as the report row says. */
  readonly at?: AreaCode
  readonly now?: Instant
  readonly parent?: ParentMatter
  /** When it was seen, where it is sent later. */
  readonly seenAt?: Instant
  readonly lastWith?: Surroundings['lastWith']
}

/** 2026-11-23 09:00 in Lianzhou, a Monday. */
export const monday9 = Date.parse('2026-11-23T01:00:00Z')

/** What a form asks for when it asks for a picture, or for a signature. */
export const picture = '00000000-0000-7000-8000-0000000000f1' as FileId

export function play(flow: FlowTable, setting: Setting = {}): Play {
  const kind = kindOf(flow, setting.kind)
  const stage = { now: setting.now ?? monday9, openChildren: 0, ids: 0, heard: 0 }
  const rows: (readonly MatterEvent[])[] = []
  const entered = new Set<string>()
  let matter: Matter | undefined

  const surroundings = (): Surroundings => ({
    kind,
    calendar: plainCalendar,
    now: stage.now,
    openChildren: stage.openChildren,
    hasEntered: (roll, key) => entered.has(`${roll} ${key}`),
    childNumber: 'E2',
    ...(setting.lastWith ? { lastWith: setting.lastWith } : {}),
    newId: () => `00000000-0000-7000-8000-${String(++stage.ids).padStart(12, '0')}`,
  })
  const current = (): Matter => {
    if (!matter) throw new Error('Nothing has been reported yet')
    return matter
  }
  const write = (events: readonly MatterEvent[]) => {
    if (events.length === 0) return
    rows.push(events)
    matter = evolveMatter(matter, events)
    for (const event of events)
      if (event.type === 'RollEntered') entered.add(`${event.roll} ${event.key}`)
  }
  const decide = (by: Actor, action: string, input: ActionInput) =>
    decideMatter(flow, current(), { action, input }, by, surroundings())
  const decideFirst = (
    by: Actor,
    fields: Fields,
    text = '说的事',
    photos: readonly string[] = [],
  ) =>
    decideReport(
      flow,
      {
        matterId,
        text,
        discoveredAt: setting.seenAt ?? stage.now,
        fileIds: photos as readonly FileId[],
        fields,
      },
      by,
      {
        areaCode: filedAt(flow, setting.at ?? grid),
        number: 'E1',
        ...(setting.parent ? { parent: setting.parent } : {}),
      },
      surroundings(),
    )

  const self: Play = {
    report(by, fields = {}, rest = {}) {
      write(allowed(decideFirst(by, fields, rest.text, rest.photos), 'report'))
      return self
    },
    does(by, action, input = {}) {
      write(allowed(decide(by, action, input), `${by.name} ${action} in ${current().status}`))
      return self
    },
    answers(action, input = {}) {
      write(allowed(decideAnswer(flow, current(), { action, input }, surroundings()), action))
      return self
    },
    waits(hours) {
      const until = stage.now + hours * HOUR_MS
      for (;;) {
        const wakeAt = wakeAtOf(current())
        if (wakeAt === undefined || wakeAt > until) break
        stage.now = Math.max(stage.now, wakeAt)
        const events = decideWake(flow, current(), surroundings())
        if (events.length === 0) throw new Error(`The clock woke ${current().status} for nothing`)
        write(events)
      }
      stage.now = until
      return self
    },
    hasOpenChildren(count) {
      stage.openChildren = count
      return self
    },
    refuses: (by, action, input = {}) => codeOf(decide(by, action, input)),
    refusesAnswer: (action, input = {}) =>
      codeOf(decideAnswer(flow, current(), { action, input }, surroundings())),
    refusesReport: (by, fields = {}) => codeOf(decideFirst(by, fields)),
    offers: (to) =>
      availableActions(flow, current(), to, surroundings()).map(({ action }) => action),
    first: (to) =>
      availableActions(flow, current(), to, surroundings()).find(({ primary }) => primary)?.action,
    reading: (of) => readingOf(of, current(), flow, stage.now),
    matter: current,
    status: () => current().status,
    events: () => rows.flat(),
    rows: () => rows,
    news() {
      const fresh = rows.slice(stage.heard).flat()
      stage.heard = rows.length
      return fresh.flatMap((event) => newsOf(flow, event))
    },
    now: () => stage.now,
  }
  return self
}

const matterId = '00000000-0000-7000-8000-0000000000a1' as MatterId

const plainKind: Kind = {
  code: '0000',
  name: '一件事',
  category: '00',
  categoryName: '其他',
  urgency: 'U3',
  accept: { hours: 4, clock: 'working' },
  handle: { hours: 40, clock: 'working' },
  basePoints: 0,
  selfClose: false,
  sensitivity: 'S1',
  owner: '镇综治中心',
  flow: 'incident',
  version: 1,
}

function kindOf(flow: FlowTable, wanted: Setting['kind']): Kind {
  const own = flow.kinds?.find(({ code }) => wanted === undefined || code === wanted)
  if (typeof wanted === 'string' && !own) throw new Error(`${flow.name} has no kind ${wanted}`)
  return { ...plainKind, flow: flow.name, ...(typeof wanted === 'object' ? wanted : own) }
}

function filedAt({ report }: FlowTable, place: AreaCode): AreaCode {
  if (report.at === 'grid') return place
  return report.at === 'village' ? villageOf(place) : townshipOf(place)
}

function allowed(answer: MatterEvent[] | Refusal, what: string): MatterEvent[] {
  if (isRefusal(answer)) throw new Error(`${what}: ${codeOf(answer)}`)
  return answer
}

function codeOf(answer: unknown): string | undefined {
  if (!isRefusal(answer)) return undefined
  const field = answer.details?.field
  return typeof field === 'string' ? `${answer.refused} ${field}` : answer.refused
}

function newsOf(flow: FlowTable, event: MatterEvent): string[] {
  if (event.type === 'MatterMoved') {
    const tells = flow.statuses[event.from]?.actions[event.action]?.tells ?? []
    return [`${event.action}: ${tells.map(wordOf).join(' ')}`.trim()]
  }
  if (event.type !== 'DeadlineNeared' && event.type !== 'DeadlinePassed') return []
  const status = flow.statuses[event.status]
  const mark = status && marksOf(status).find(({ share }) => share === (event.share ?? 1))
  // An automatic action's own share is told by the action.
  return mark ? [`${Math.round(mark.share * 100)} %: ${mark.tells.map(wordOf).join(' ')}`] : []
}

function wordOf(listener: unknown): string {
  return typeof listener === 'string' ? listener : Object.values(listener as object).join(' ')
}
