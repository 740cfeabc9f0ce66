import fc from 'fast-check'
import { numbersOf, weightsOf } from '@domain/figures/weightsOf'
import { allFlows } from '@domain/flows/allFlows'
import { measures, stages } from '@domain/flow/flowTable'

const figures = [
  'reported',
  ...measures,
  ...['joined', 'suspended', 'finished', 'standing', 'ended', 'endedOtherwise'],
  ...['asked', 'answered', 'solved', 'satisfied', 'fair', 'late.other', 'excused.other'],
  ...stages.flatMap((stage) => [`due.${stage}`, `late.${stage}`, `excused.${stage}`]),
]

/** Any figures at all, also those no matter could have together. */
const tally = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: figures.length, maxLength: figures.length })
  .map((counts) => new Map(figures.map((figure, place) => [figure, counts[place] ?? 0])))

test.each(allFlows.map((flow) => [flow.title, flow] as const))(
  'every number of %s is its figures times their weights, whatever they are',
  (_title, flow) => {
    const weights = weightsOf(flow)
    fc.assert(
      fc.property(tally, (sums) => {
        for (const [number, value] of numbersOf(flow, sums)) {
          const told = [...(weights.get(number) ?? [])]
            .map(([figure, by]) => by * (sums.get(figure) ?? 0))
            .reduce((sum, one) => sum + one, 0)
          expect([number, told]).toEqual([number, value])
        }
      }),
      { numRuns: 3 },
    )
  },
)

test('a number that a flow does not have has no weights, and open is what came in and has not ended', () => {
  const incident = allFlows.find(({ name }) => name === 'incident')
  if (!incident) throw new Error('There is no flow incident')
  const weights = weightsOf(incident)
  expect(weights.get('count.nobody')).toBeUndefined()
  expect(Object.fromEntries(weights.get('count.open') ?? [])).toEqual({
    reported: 1,
    ended: -1,
    endedOtherwise: -1,
  })
})
