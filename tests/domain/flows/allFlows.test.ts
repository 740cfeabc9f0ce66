import { allFlows, checkFlows, findFlow, getFlow } from '@domain/flows/allFlows'
import type { FlowTable } from '@domain/flow/flowTable'
import { incidentFlow } from '@domain/flows/incident'
import { questionFlow } from '@domain/flows/question'

const older: FlowTable = { ...incidentFlow, version: 1 }
const newer: FlowTable = { ...incidentFlow, version: 7 }
const flows = [questionFlow, older, newer] as const

describe('a matter finishes under the table it began with', () => {
  test('whatever tables have come since', () => {
    expect(findFlow(flows, 'incident', 1)).toBe(older)
    expect(findFlow(flows, 'incident', 7)).toBe(newer)
    expect(findFlow([newer, older], 'incident', 1)).toBe(older)
  })

  test('and where that one is gone, or none is meant, under the newest of its name', () => {
    expect(findFlow(flows, 'incident')).toBe(newer)
    expect(findFlow([newer, older, questionFlow], 'incident')).toBe(newer)
    expect(findFlow(flows, 'incident', 3)).toBe(newer)
    expect(findFlow(flows, 'question', 7)).toBe(questionFlow)
    expect(findFlow(flows, 'nothing')).toBeUndefined()
  })

  test('and a name that no table has is a fault', () => {
    expect(getFlow('question')).toBe(questionFlow)
    expect(() => getFlow('nothing')).toThrow('There is no flow nothing')
  })
})

test('what is wrong with a table, alone or beside the others, is said with its name', () => {
  expect(checkFlows(allFlows)).toEqual([])
  const alone = checkFlows([incidentFlow])
  expect(alone).toContain('incident: 列入督查 begins a supervision, unknown')
  expect(checkFlows([{ ...questionFlow, openIn: ['nowhere'] }])).toContain(
    'question: it is read in nowhere, which is no status',
  )
})
