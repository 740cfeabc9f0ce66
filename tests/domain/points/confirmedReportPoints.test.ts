import fc from 'fast-check'
import { balanceOf, type Posting } from '@domain/points/posting'
import { confirmedReportPoints } from '@domain/points/confirmedReportPoints'
import { litter, monday9, report } from '../../support/givenMatter'
import { gridWorkerLi, officerLin, residentWang } from '../../support/people'

test('a confirmed report brings its reporter the points of its kind, out of the township’s fund', () => {
  expect(confirmedReportPoints(report(officerLin), litter, monday9)).toMatchObject({
    from: 'fund:441882118',
    to: `person:${officerLin.personId}`,
    points: 2,
  })
  expect(confirmedReportPoints(report(residentWang), litter, monday9)?.points).toBe(2)
})

test('a grid worker reports as a duty and earns no points', () => {
  expect(confirmedReportPoints(report(gridWorkerLi), litter, monday9)).toBeUndefined()
})

test('a kind that pays nothing on purpose moves no points', () => {
  expect(
    confirmedReportPoints(report(officerLin), { ...litter, basePoints: 0 }, monday9),
  ).toBeUndefined()
})

test('whatever is posted, the points of all accounts together are nought', () => {
  const account = fc.constantFrom('fund:1' as const, 'person:a' as const, 'person:b' as const)
  const posting = fc.record({
    from: account,
    to: account,
    points: fc.integer({ min: 1, max: 100 }),
  })
  fc.assert(
    fc.property(fc.array(posting), (rows) => {
      const postings = rows.map((row, index): Posting => ({
        ...row,
        postingId: `${index}`,
        rule: 'r',
        personId: 'a',
        at: 0,
      }))
      const sum = (['fund:1', 'person:a', 'person:b'] as const).reduce(
        (total, name) => total + balanceOf(name, postings),
        0,
      )
      expect(sum).toBe(0)
    }),
  )
})
