import type { Actor } from '@domain/access/actor'
import { plainCalendar } from '@domain/deadline/dueAt'
import { decideMatter } from '@domain/flow/decideMatter'
import type { Surroundings } from '@domain/flow/surroundings'
import { decideReport } from '@domain/flow/decideReport'
import { incidentFlow } from '@domain/flows/incident'
import type { Kind } from '@domain/kind/kind'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { ActionInput, Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { FileId, MatterId, TaskId } from '@domain/shared/ids'
import { isRefusal, type Refusal } from '@domain/shared/refusal'
import { grid, gridWorkerLi, hubOperatorChen, officerLin } from './people'

/** 2026-11-23 09:00 in Lianzhou, a Monday. */
export const monday9 = Date.parse('2026-11-23T01:00:00Z')

export const litter: Kind = {
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
  owner: '环卫/村居',
  flow: 'incident',
  version: 1,
}

export const photo = '00000000-0000-7000-8000-0000000000f1' as FileId
const matterId = '00000000-0000-7000-8000-0000000000a1' as MatterId
const taskId = '00000000-0000-7000-8000-0000000000b1' as TaskId

export function surroundings(kind: Kind = litter, now = monday9): Surroundings {
  return { kind, calendar: plainCalendar, now, newId: () => taskId, childNumber: 'E2' }
}

export function report(reporter: Actor = officerLin, kind: Kind = litter): Matter {
  const command = {
    matterId,
    text: '村口垃圾堆了好几天',
    discoveredAt: monday9 - 60_000,
    fileIds: [],
  }
  const events = decideReport(
    incidentFlow,
    command,
    reporter,
    { areaCode: grid, number: 'E1' },
    surroundings(kind),
  )
  if (isRefusal(events)) throw new Error(events.refused)
  return evolveMatter(undefined, events)
}

export function decide(
  matter: Matter,
  action: string,
  actor: Actor,
  input: ActionInput = {},
  kind: Kind = litter,
): MatterEvent[] | Refusal {
  return decideMatter(incidentFlow, matter, { action, input }, actor, surroundings(kind))
}

/** The next state; fails where the rules refuse. */
export function after(
  matter: Matter,
  action: string,
  actor: Actor,
  input: ActionInput = {},
  kind: Kind = litter,
): Matter {
  const events = decide(matter, action, actor, input, kind)
  if (isRefusal(events)) throw new Error(`${action} refused: ${events.refused}`)
  return evolveMatter(matter, events)
}

export const toLi: ActionInput = { owner: { kind: 'person', personId: gridWorkerLi.personId } }
export const toVillage: ActionInput = { owner: { kind: 'area', areaCode: grid.slice(0, 12) } }
export const done: ActionInput = { result: '已清走', photos: [photo] }

export const accepted = () => after(report(), 'accept', hubOperatorChen)
export const dispatchedToVillage = () => after(accepted(), 'dispatch', hubOperatorChen, toVillage)
export const handling = () => after(dispatchedToVillage(), 'claim', gridWorkerLi)
export const handled = () => after(handling(), 'handle', gridWorkerLi, done)
