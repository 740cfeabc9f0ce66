import { identitySearchFlow } from '@domain/flows/identitySearch'
import { incidentFlow } from '@domain/flows/incident'
import type { ActionRow, FlowTable } from '@domain/flow/flowTable'
import type { Matter, Reporter } from '@domain/matter/matter'
import type { MatterEvent, MatterMoved } from '@domain/matter/matterEvent'
import { postingsOf } from '@domain/points/postingsOf'
import type { MatterId } from '@domain/shared/ids'
import type { Kind } from '@domain/kind/kind'
import { litter, monday9, report } from '../../support/givenMatter'
import {
  gridWorkerLi,
  hubOperatorChen,
  officerLin,
  residentWang,
  unitHeadPan,
} from '../../support/people'

const twenty: Kind = { ...litter, basePoints: 20 }
const confirmed: MatterEvent = {
  type: 'ReportConfirmed',
  by: hubOperatorChen.personId,
  at: monday9,
}

const joinedBy = ({ personId }: typeof officerLin, earnsPoints = true) => {
  const reporter: Reporter = { personId, earnsPoints }
  return { matterId: 'm2' as MatterId, number: 'E2', reporter, text: '', at: monday9 }
}

function paid(
  matter: Matter,
  events: MatterEvent[],
  kind = twenty,
  flow: FlowTable = incidentFlow,
) {
  return postingsOf(flow, matter, kind, events, () => 'p1').map(
    ({ to, points, rule }) => `${to} ${points} ${rule}`,
  )
}

test('the first to report earns in full, and whoever reported the same later three tenths', () => {
  const matter = { ...report(officerLin), joined: [joinedBy(residentWang), joinedBy(unitHeadPan)] }
  expect(paid(matter, [confirmed])).toEqual([
    `person:${officerLin.personId} 20 confirmed-report`,
    `person:${residentWang.personId} 6 joined-report`,
    `person:${unitHeadPan.personId} 6 joined-report`,
  ])
  expect(paid(report(officerLin), [confirmed])).toHaveLength(1)
})

test('a small reward is not rounded away for whoever helped', () => {
  const matter = { ...report(gridWorkerLi), joined: [joinedBy(residentWang)] }
  expect(paid(matter, [confirmed], litter)).toEqual([
    `person:${residentWang.personId} 1 joined-report`,
  ])
})

test('nobody earns twice for one thing, nor as a duty, nor where nothing is paid on purpose', () => {
  const again = {
    ...report(officerLin),
    joined: [joinedBy(officerLin), joinedBy(gridWorkerLi, false)],
  }
  expect(paid(again, [confirmed])).toEqual([`person:${officerLin.personId} 20 confirmed-report`])
  const accusation = { ...litter, basePoints: 0 }
  expect(paid({ ...again, joined: [joinedBy(residentWang)] }, [confirmed], accusation)).toEqual([])
})

test('a report that is joined after the confirmation earns at once, before it later', () => {
  const joins: MatterEvent = {
    type: 'ReportJoined',
    report: joinedBy(residentWang),
    photos: [],
    at: monday9,
  }
  expect(paid({ ...report(officerLin), confirmedAt: monday9 }, [joins])).toEqual([
    `person:${residentWang.personId} 6 joined-report`,
  ])
  expect(paid(report(officerLin), [joins])).toEqual([])
})

describe('a step that pays', () => {
  const recognised: MatterMoved = {
    type: 'MatterMoved',
    action: 'confirmKnown',
    event: 'recognised',
    from: 'searching',
    to: 'known',
    at: monday9,
    input: {},
    ended: false,
  }
  const known = (): Matter => ({
    ...report(officerLin),
    fields: { recogniser: residentWang.personId },
  })

  test('pays whoever is named in it, out of the township’s fund', () => {
    const [posting] = postingsOf(identitySearchFlow, known(), twenty, [recognised], () => 'p7')
    expect(posting).toEqual({
      postingId: 'p7',
      from: 'fund:441882118',
      to: `person:${residentWang.personId}`,
      points: 20,
      rule: 'recognised',
      matterId: known().id,
      personId: residentWang.personId,
      at: monday9,
    })
    expect(paid(report(officerLin), [recognised], twenty, identitySearchFlow)).toEqual([])
    const nothing = { ...litter, basePoints: 0 }
    expect(paid(known(), [recognised], nothing, identitySearchFlow)).toEqual([])
  })

  test('pays the reporter a fixed reward where the table says so, and any other step nothing', () => {
    const rewards: Partial<ActionRow> = { pays: { rule: 'thanks', to: 'reporter', points: 5 } }
    const flow = {
      ...identitySearchFlow,
      statuses: { searching: { actions: { confirmKnown: rewards } } },
    } as unknown as FlowTable
    expect(paid(known(), [recognised], litter, flow)).toEqual([
      `person:${officerLin.personId} 5 thanks`,
    ])
    expect(paid(known(), [{ ...recognised, action: 'widen' }], litter, flow)).toEqual([])
    expect(paid(known(), [{ ...recognised, from: 'gone' }], litter, flow)).toEqual([])
    expect(paid(known(), [{ type: 'PhotoArrived', fileId: 'f1' as never }], litter, flow)).toEqual(
      [],
    )
  })
})
