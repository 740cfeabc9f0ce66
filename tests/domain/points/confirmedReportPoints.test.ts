import fc from 'fast-check'
import { balanceOf, type Posting } from '@domain/points/posting'
import { confirmedReportPoints } from '@domain/points/confirmedReportPoints'
import { litter, monday9, report } from '../../support/givenMatter'
import { gridWorkerLi, hubOperatorChen, officerLin, residentWang } from '../../support/people'

const byChen = { type: 'ReportConfirmed' as const, by: hubOperatorChen.personId, at: monday9 }

test('a confirmed report brings its reporter the points of its kind, out of the township’s fund', () => {
  expect(confirmedReportPoints(report(officerLin), litter, byChen, 'p1')).toMatchObject({
    from: 'fund:441882118',
    to: `person:${officerLin.personId}`,
    points: 2,
  })
  expect(confirmedReportPoints(report(residentWang), litter, byChen, 'p1')?.points).toBe(2)
})

test('a grid worker reports as a duty and earns no points', () => {
  expect(confirmedReportPoints(report(gridWorkerLi), litter, byChen, 'p1')).toBeUndefined()
})

test('nobody awards points to themselves, nor earns them as staff by holding a villager’s post too', () => {
  const bySelf = { ...byChen, by: officerLin.personId }
  expect(confirmedReportPoints(report(officerLin), litter, bySelf, 'p1')).toBeUndefined()
  const both = { ...officerLin, posts: [...officerLin.posts, ...gridWorkerLi.posts] }
  expect(confirmedReportPoints(report(both), litter, byChen, 'p1')).toBeUndefined()
})

test('a kind that pays nothing on purpose moves no points', () => {
  expect(
    confirmedReportPoints(report(officerLin), { ...litter, basePoints: 0 }, byChen, 'p1'),
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
