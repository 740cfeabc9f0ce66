import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { OperationName, Operations } from '@contract/operations'
import { insist, newId } from '../../support/httpClient'
import { placeInBaozhu, testCounty } from '../../support/testCounty'

/** 0501 暴露垃圾: two points once the report is confirmed. */
export const POINTS_OF_KIND = 2
const KIND = '0501'

/** A number in [0, 1). */
export type Dice = () => number

export type Tokens = { readonly officer: string; readonly hub: string }

/** What the people outside have seen with their own eyes. */
export type Ledger = {
  /** matterId → the number it was given in the acknowledgement. */
  readonly acknowledged: Map<string, string>
  /** Whose confirmation was acknowledged. */
  readonly confirmed: Set<string>
  /** Requests that were answered at last, after `resends` that nobody had answered. */
  resends: number
  /** The same request, answered in another way than the first time. */
  readonly contradictions: string[]
  /** Called with each acknowledgement. */
  onAcknowledged: () => void
}

export function makeLedger(): Ledger {
  return {
    acknowledged: new Map(),
    confirmed: new Set(),
    resends: 0,
    contradictions: [],
    onAcknowledged: () => undefined,
  }
}

export type Load = {
  /** Lets everybody finish what they have begun. */
  finish(): Promise<void>
  /** Rejects as soon as somebody meets what nobody should. */
  readonly failed: Promise<never>
}

const SENDERS = 8
/** Of all that are reported, or decided upon, how many go on to the next step. */
const GO_ON = 0.6
/** Sends once more though it was acknowledged, as a phone does that lost the answer on its side. */
const SEND_ONCE_MORE = 0.2

type Crew = {
  readonly address: () => Promise<string>
  readonly tokens: Tokens
  readonly dice: Dice
  readonly ledger: Ledger
  finished: boolean
}

/** Eight senders who report without a pause, each with somebody at the hub who takes up some of it. */
export function startLoad(parts: Omit<Crew, 'finished'>): Load {
  const crew: Crew = { ...parts, finished: false }
  const all = Promise.all(Array.from({ length: SENDERS }, () => reportOn(crew)))
  const failed = new Promise<never>((_resolve, reject) => void all.catch(reject))
  failed.catch(() => undefined)
  return {
    failed,
    async finish() {
      crew.finished = true
      await all
    },
  }
}

async function reportOn(crew: Crew): Promise<void> {
  while (!crew.finished) {
    const report = {
      commandId: newId(),
      matterId: newId(),
      kind: KIND,
      text: '村口垃圾堆了好几天',
      place: placeInBaozhu,
      discoveredAt: new Date().toISOString(),
    }
    const { matter } = await untilAcknowledged(crew, 'reportMatter', report, crew.tokens.officer)
    crew.ledger.acknowledged.set(report.matterId, matter.number)
    crew.ledger.onAcknowledged()
    if (crew.dice() < GO_ON) await handOn(crew, report.matterId)
  }
}

async function handOn(crew: Crew, matterId: string): Promise<void> {
  const act = (action: string, input = {}) =>
    untilAcknowledged(
      crew,
      'actOnMatter',
      { commandId: newId(), matterId, action, input },
      crew.tokens.hub,
    )
  await act('accept')
  if (crew.dice() < GO_ON) {
    await act('confirmReport')
    crew.ledger.confirmed.add(matterId)
  }
  if (crew.dice() < GO_ON)
    await act('dispatch', { owner: { kind: 'area', areaCode: testCounty.village } })
}

async function untilAcknowledged<Name extends OperationName>(
  { address, dice, ledger }: Crew,
  name: Name,
  body: RequestInputOf<Operations[Name]>,
  token: string,
): Promise<ResponseOf<Operations[Name]>> {
  const { answer, tries } = await insist(address, name, body, token)
  ledger.resends += tries - 1
  if (dice() < SEND_ONCE_MORE) {
    const again = await insist(address, name, body, token)
    const [first, second] = [JSON.stringify(answer), JSON.stringify(again.answer)]
    if (first !== second) ledger.contradictions.push(`${name}: ${first} then ${second}`)
  }
  return answer
}
