import type { Actor } from '@domain/access/actor'
import { plainCalendar } from '@domain/deadline/dueAt'
import { decideMatter } from '@domain/flow/decideMatter'
import { decideReport } from '@domain/flow/decideReport'
import { incidentFlow } from '@domain/flows/incident'
import type { Kind } from '@domain/kind/kind'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { ActionInput, Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { MatterId, PersonId } from '@domain/shared/ids'
import { isRefusal, type Refusal } from '@domain/shared/refusal'

/** Walks of an incident from report to close, every decision timed by itself. */
const WALKS = 4_000
const WARM_UP = 500
const GRID = '441882118215003'
const now = Date.parse('2026-11-23T01:00:00Z')

const kind: Kind = {
  code: '0501',
  name: '暴露垃圾与垃圾满溢',
  category: '05',
  categoryName: '环境卫生与生态',
  urgency: 'U4',
  accept: { hours: 4, clock: 'working' },
  handle: { hours: 8, clock: 'working' },
  basePoints: 2,
  selfClose: true,
  sensitivity: 'S0',
  owner: '环卫',
  flow: 'incident',
  version: 1,
}

function person(digit: number, role: Actor['posts'][number]['role'], areaCode: string): Actor {
  const personId = `00000000-0000-7000-8000-00000000000${digit}` as PersonId
  return { personId, countyId: 441_882, name: role, posts: [{ role, areaCode }] }
}

const officer = person(1, 'informationOfficer', '441882118215')
const worker = person(2, 'gridWorker', GRID)
const hub = person(3, 'hubOperator', '441882118')

const steps: readonly (readonly [Actor, string, ActionInput])[] = [
  [hub, 'accept', {}],
  [hub, 'dispatch', { owner: { kind: 'area', areaCode: '441882118215' } }],
  [worker, 'claim', {}],
  [worker, 'handle', { result: '已清走', photos: [] }],
  [
    worker,
    'handle',
    { result: '已清走', photos: ['00000000-0000-7000-8000-0000000000f1'] as never },
  ],
  [hub, 'inspectResult', {}],
  [hub, 'close', { result: '办好了' }],
  [officer, 'rate', { solved: true, satisfaction: 'satisfied' }],
]

const surroundings = { kind, calendar: plainCalendar, now, newId: () => 'an id' }

export function timeDecisions(): Record<string, number> {
  const taken: number[] = []
  for (let walk = 0; walk < WALKS + WARM_UP; walk++) walkOnce(walk < WARM_UP ? [] : taken)
  const sorted = taken.sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN
  return { decisions: sorted.length, medianUs: round2(at(0.5)), p99Us: round2(at(0.99)) }
}

function walkOnce(taken: number[]): void {
  let matter = fold(undefined, timed(taken, begin))
  for (const [actor, action, input] of steps) {
    const before = matter
    const answer = timed(taken, () =>
      decideMatter(incidentFlow, before, { action, input }, actor, surroundings),
    )
    if (!isRefusal(answer)) matter = fold(before, answer)
  }
}

function begin(): MatterEvent[] | Refusal {
  const matterId = 'a matter' as MatterId
  const command = { matterId, text: '村口垃圾堆了好几天', discoveredAt: now, fileIds: [] }
  const filing = { areaCode: GRID, number: 'E1' }
  return decideReport(incidentFlow, command, officer, filing, surroundings)
}

function fold(matter: Matter | undefined, events: MatterEvent[] | Refusal): Matter {
  if (isRefusal(events)) throw new Error(events.refused)
  return evolveMatter(matter, events)
}

function timed<T>(taken: number[], work: () => T): T {
  const began = performance.now()
  const answer = work()
  taken.push((performance.now() - began) * 1000)
  return answer
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
