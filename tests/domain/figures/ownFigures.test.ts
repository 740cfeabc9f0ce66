import { ownFigures } from '@domain/figures/ownFigures'
import { incidentFlow } from '@domain/flows/incident'
import type { Matter } from '@domain/matter/matter'
import { gridWorkerLi, gridWorkerNextDoor } from '../../support/people'

const { personId } = gridWorkerLi
const matter = (changes: Partial<Matter>) => ({ handlers: [], ...changes }) as unknown as Matter
const handled = (changes: Partial<Matter> = {}) => matter({ handlers: [personId], ...changes })
const late = (stage: string, excused?: true) => ({
  late: [{ status: 'x', stage, dueAt: 1, ...(excused ? { excused } : {}) }],
})

const figures = (...taken: Matter[]) =>
  Object.fromEntries(
    ownFigures(taken, personId, () => incidentFlow).map(({ name, count, of }) => [
      name,
      `${count}/${of}`,
    ]),
  )

test('what was handled is counted out of what was taken, and each other number out of its own whole', () => {
  expect(
    figures(handled(), matter({}), matter({ handlers: [gridWorkerNextDoor.personId] })),
  ).toEqual({
    handled: '1/3',
    inTime: '1/1',
    returned: '0/1',
    reopened: '0/1',
    rated: '0/1',
    satisfied: '0/0',
    solved: '0/0',
  })
})

test('only the time of handling makes a worker late, and an excused delay makes nobody late', () => {
  const all = [handled(late('accept')), handled(late('handle', true)), handled(late('handle'))]
  expect(figures(...all).inTime).toBe('2/3')
})

test('who does not rate is neither satisfied nor dissatisfied', () => {
  const good = handled({ fields: { satisfaction: 'satisfied', solved: true } })
  const bad = handled({ fields: { satisfaction: 'unsatisfied', solved: false } })
  expect(figures(good, bad, handled())).toMatchObject({
    rated: '2/3',
    satisfied: '1/2',
    solved: '1/2',
  })
})

test('what came back and what was taken up again is counted once for each matter', () => {
  expect(figures(handled({ counts: { reopen: 2, sendBack: 1 } }), handled())).toMatchObject({
    reopened: '1/2',
    returned: '1/2',
  })
})

test('a task beside the main one that somebody answered is handled by them', () => {
  const called = [{ state: 'done', claimedBy: personId }] as unknown as Matter['called'] & object
  expect(figures(matter({ called })).handled).toBe('1/1')
})
