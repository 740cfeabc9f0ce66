import fc from 'fast-check'
import { availableActions } from '@domain/flow/availableActions'
import { incidentFlow } from '@domain/flows/incident'
import { problems } from '@contract/problems'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { ActionInput, Matter } from '@domain/matter/matter'
import { isRefusal } from '@domain/shared/refusal'
import { decide, photo, report, surroundings, toVillage } from '../../support/givenMatter'
import { castOfAllSystems as everybody } from '../../support/people'

const actions = [
  ...new Set(Object.values(incidentFlow.statuses).flatMap((status) => Object.keys(status.actions))),
]
const step = fc.record({ action: fc.constantFrom(...actions), who: fc.constantFrom(...everybody) })

/** Fills in whatever the form of the action asks for. */
function filled(action: string): ActionInput {
  const rows = Object.values(incidentFlow.statuses).map(
    (status) =>
      (status.actions as Record<string, { form: readonly { name: string; required: boolean }[] }>)[
        action
      ],
  )
  const names = rows.find((row) => row !== undefined)?.form.map((field) => field.name) ?? []
  const all: ActionInput = {
    reason: '原因',
    result: '结果',
    note: '说明',
    photos: [photo],
    solved: true,
    satisfaction: 'satisfied',
    into: '00000000-0000-7000-8000-0000000000a2',
    whyUnsolved: 'overdue',
    summary: '督查什么',
    whistleFor: '请到场',
    owners: [{ kind: 'department', departmentCode: 'gongan' }],
    ...toVillage,
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
}

function walk(
  steps: readonly { action: string; who: (typeof everybody)[number] }[],
  visit: (matter: Matter) => void,
): void {
  let matter = report()
  for (const { action, who } of steps) {
    const events = decide(matter, action, who, filled(action))
    if (isRefusal(events)) continue
    matter = evolveMatter(matter, events)
    visit(matter)
  }
}

test('any walk through the hands ends, or somebody can still go on', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      walk(steps, (matter) => {
        const someone = everybody.some(
          (actor) => availableActions(incidentFlow, matter, actor, surroundings()).length > 0,
        )
        expect(someone || matter.endedAt !== undefined).toBe(true)
      })
    }),
  )
})

test('an offered button is never refused, and a refused one is never offered', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.constantFrom(...everybody), (steps, who) => {
      walk(steps, (matter) => {
        const offered = availableActions(incidentFlow, matter, who, surroundings()).map(
          (row) => row.action,
        )
        for (const action of actions)
          expect(isRefusal(decide(matter, action, who, filled(action)))).toBe(
            !offered.includes(action),
          )
      })
    }),
  )
})

test('nobody ever both handles and inspects the same matter, and it is confirmed at most once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let matter = report()
      let confirmations = 0
      for (const { action, who } of steps) {
        const events = decide(matter, action, who, filled(action))
        if (isRefusal(events)) continue
        if (action === 'inspectResult') expect(matter.handlers).not.toContain(who.personId)
        confirmations += events.filter((event) => event.type === 'ReportConfirmed').length
        matter = evolveMatter(matter, events)
      }
      expect(confirmations).toBeLessThanOrEqual(1)
    }),
  )
})

test('every refusal has words for a person', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      walk(steps, (matter) => {
        for (const who of everybody)
          for (const action of actions) {
            const answer = decide(matter, action, who, {})
            if (isRefusal(answer)) expect(Object.keys(problems)).toContain(answer.refused)
          }
      })
    }),
  )
})
