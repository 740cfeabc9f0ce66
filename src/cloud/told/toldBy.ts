import { cardsOf } from '@domain/flow/cardsOf'
import type { FlowTable } from '@domain/flow/flowTable'
import { noticesOf, type Told } from '@domain/flow/noticesOf'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { Instant } from '@domain/shared/instant'
import type { Card, Notice } from '../store/toldStore'
import { audiencesFor } from './audiences'

/** The notices of a report. */
export function toldByReport(
  flow: FlowTable,
  matter: Matter,
  events: readonly MatterEvent[],
  newId: () => string,
): Notice[] {
  return noticesOf(flow, matter, events).flatMap((told) =>
    addressed(told, audiencesFor(told.to, matter, flow), matter.receivedAt, newId),
  )
}

function addressed(
  { to: _to, ...told }: Told,
  audiences: readonly Notice['audience'][],
  at: Instant,
  newId: () => string,
): Notice[] {
  return audiences.map((audience) => ({ ...told, audience, noticeId: newId(), at }))
}

type Step = {
  readonly flow: FlowTable
  readonly before: Matter
  readonly after: Matter
  readonly events: readonly MatterEvent[]
}

/** The notices and cards of a step, addressed. Whoever just lost the task hears of it as well as who has it now. */
export function toldBy(
  { flow, before, after, events }: Step,
  now: Instant,
  newId: () => string,
): { notices: Notice[]; cards: Card[] } {
  const notices = noticesOf(flow, after, events).flatMap((told) => {
    const { to } = told
    const audiences = audiencesFor(to, after, flow)
    const old = to === 'assignee' && audiences.length === 0 ? audiencesFor(to, before, flow) : []
    return addressed(told, [...audiences, ...old], now, newId)
  })
  const cards = cardsOf(flow, after, events).map((card) => ({ ...card, cardId: newId(), at: now }))
  return { notices, cards }
}
