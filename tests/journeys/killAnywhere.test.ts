import { setTimeout as pause } from 'node:timers/promises'
import { getFlow } from '@domain/flows/allFlows'
import { isMatterNumber } from '@domain/matter/matterNumber'
import type { HistoryView } from '@contract/views'
import { ask } from '../support/httpClient'
import { killAllServers } from '../support/serverProcess'
import { liveThroughKills, type Aftermath } from './killing/liveThroughKills'
import { POINTS_OF_KIND } from './killing/load'
import { homeKinds, makeHome, type Home } from './makeHome'

const KILLS = 20
const SEED = 20_261_123
const WHOLE_STORY_MS = 240_000
/** What a killed server had in hand is sent again when its lease of 30 s has run out, for one step after another. */
const LONGEST_LEASES_MS = 120_000

jest.setTimeout(WHOLE_STORY_MS)

describe.each(homeKinds)(
  'a county on %s whose server is killed twenty times under load',
  (kind) => {
    let home: Home
    let after: Aftermath
    let histories: Map<string, HistoryView[]>

    beforeAll(async () => {
      home = await makeHome(kind)
      after = await liveThroughKills(home, KILLS, SEED)
      histories = await readHistories(after)
    }, WHOLE_STORY_MS)
    afterAll(async () => {
      await after?.close()
      killAllServers()
      await home.discard()
    })

    test('finds every report that was acknowledged, once, under the number it was given', async () => {
      const { ledger, kills } = after
      expect(kills.underLoad + kills.whileStarting).toBe(KILLS)
      expect(kills.whileStarting).toBeGreaterThan(0)
      const kept = await listNumbers(after)
      expect(kept).toEqual(new Map([...ledger.acknowledged].sort()))
      const numbers = [...kept.values()]
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(numbers.filter((number) => !isMatterNumber(number))).toEqual([])
    })

    test('makes one step of a request however often it was sent, and answers it the same each time', () => {
      const { ledger } = after
      expect(ledger.resends).toBeGreaterThan(0)
      expect(ledger.contradictions).toEqual([])
      for (const history of histories.values()) {
        expect(history.map(({ version }) => version)).toEqual(
          history.map((_row, index) => index + 1),
        )
        const actions = history.map(({ action }) => action)
        expect(new Set(actions).size).toBe(actions.length)
      }
    })

    test('tells the hub outside every step, signed, and first in the order in which it happened', async () => {
      const { receiver, url, tokens, endpointId } = after
      const due = [...histories].flatMap(([matterId, history]) =>
        forwarded(history).map((step) => `${matterId} ${step}`),
      )
      const allCame = receiver.until(
        () => new Set(receiver.deliveries.map(({ id }) => id)).size >= due.length,
      )
      // What has not come by then is lost; the comparison below says what it was.
      await Promise.race([allCame, pause(LONGEST_LEASES_MS, undefined, { ref: false })])
      expect(receiver.refused).toEqual([])
      const told = new Map<string, string[]>()
      for (const { subject = '', data, sequence } of receiver.firstDeliveries())
        told.set(subject, [...(told.get(subject) ?? []), `${data?.action} ${Number(sequence)}`])
      for (const [matterId, history] of histories) {
        const steps = told.get(matterId) ?? []
        expect(`${matterId}: ${steps.join(', ')}`).toBe(
          `${matterId}: ${forwarded(history).join(', ')}`,
        )
      }
      const { items } = await ask(url, 'listEndpoints', {}, tokens.admin)
      expect(items.find((endpoint) => endpoint.endpointId === endpointId)).toMatchObject({
        abandoned: 0,
      })
    })

    test('pays for each confirmed report once', async () => {
      const { url, tokens, ledger } = after
      const paid = await listPaid(after)
      expect(paid.sort()).toEqual([...ledger.confirmed].sort())
      const { balance } = await ask(url, 'getPoints', {}, tokens.officer)
      expect(balance).toBe(paid.length * POINTS_OF_KIND)
    })
  },
)

/** What the flow table says is to be told outside, of what happened. */
function forwarded(history: readonly HistoryView[]): string[] {
  const { report, statuses } = getFlow('incident')
  const rows = Object.values(statuses).flatMap(({ actions }) => Object.entries(actions))
  const isForwarded = (action: string) =>
    action === 'report'
      ? report.forwarded
      : rows.some(([name, row]) => name === action && row.forwarded)
  return history
    .filter(({ action }) => isForwarded(action))
    .map(({ action, version }) => `${action} ${version}`)
}

async function readHistories({
  url,
  tokens,
  ledger,
}: Aftermath): Promise<Map<string, HistoryView[]>> {
  const histories = new Map<string, HistoryView[]>()
  for (const matterId of ledger.acknowledged.keys())
    histories.set(matterId, (await ask(url, 'getMatter', { matterId }, tokens.hub)).history)
  return histories
}

/** All that the township's hub sees, page by page. */
async function listNumbers({ url, tokens }: Aftermath): Promise<Map<string, string>> {
  const found: [string, string][] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = await ask(
      url,
      'listMatters',
      { limit: 100, ...(after ? { after } : {}) },
      tokens.hub,
    )
    for (const { matterId, number } of page.items) found.push([matterId, number])
    after = page.next
  }
  expect(new Set(found.map(([matterId]) => matterId)).size).toBe(found.length)
  return new Map(found.sort())
}

async function listPaid({ url, tokens }: Aftermath): Promise<string[]> {
  const paid: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = await ask(
      url,
      'listPostings',
      { limit: 100, ...(after ? { after } : {}) },
      tokens.officer,
    )
    for (const { matterId } of page.items) paid.push(matterId ?? '')
    after = page.next
  }
  return paid
}
