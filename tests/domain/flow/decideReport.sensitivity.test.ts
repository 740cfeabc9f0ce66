import { plainCalendar } from '@domain/deadline/dueAt'
import { decideReport } from '@domain/flow/decideReport'
import { incidentFlow } from '@domain/flows/incident'
import type { Kind, Sensitivity } from '@domain/kind/kind'
import type { MatterId } from '@domain/shared/ids'
import { grid, officerLin } from '../../support/people'

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
  sensitivity: 'S1',
  owner: '环卫/村居',
  flow: 'incident',
  version: 1,
}

function sensitivityOf(handedOn?: Sensitivity): Sensitivity | undefined {
  const command = {
    matterId: '00000000-0000-7000-8000-0000000000a1' as MatterId,
    text: '',
    discoveredAt: now,
    fileIds: [],
  }
  const filing = {
    areaCode: grid,
    number: 'E1',
    ...(handedOn ? { sensitivity: handedOn } : {}),
  }
  const surroundings = { kind, calendar: plainCalendar, now, newId: () => 'id' }
  const events = decideReport(incidentFlow, command, officerLin, filing, surroundings)
  const [first] = Array.isArray(events) ? events : []
  return first?.type === 'MatterReported' ? first.matter.sensitivity : undefined
}

test('what takes over the words of a matter is as sensitive as it, and never less than its own kind', () => {
  expect(sensitivityOf()).toBe('S1')
  expect(sensitivityOf('S3')).toBe('S3')
  expect(sensitivityOf('S0')).toBe('S1')
})
