import fc from 'fast-check'
import { stages } from '@domain/flow/flowTable'
import { figuresOf } from '@domain/figures/figuresOf'
import { allFlows } from '@domain/flows/allFlows'
import { begin, diceOf, stepOn, wake, write, type Wanderer } from '../flows/wander'
import { recount } from './recount'
import { tallyOf } from './tallyOf'

const STEPS = 25
const RUNS = 40

function walks(name: string, visit: (wanderer: Wanderer) => void): void {
  const flow = allFlows.find((one) => one.name === name)!
  const throws = fc.array(fc.nat(997), { minLength: STEPS * 8, maxLength: STEPS * 8 })
  fc.assert(
    fc.property(throws, (thrown) => {
      const dice = diceOf(thrown)
      const wanderer = begin(flow, dice)
      if (!wanderer) return
      for (let turn = 0; turn < STEPS; turn++) {
        noticeAll(wanderer)
        stepOn(wanderer, dice)
      }
      visit(wanderer)
    }),
    { numRuns: RUNS },
  )
}

/** A time that is over as it begins is noticed before anybody acts, also where the clock itself has just begun it. */
function noticeAll(wanderer: Wanderer): void {
  for (let told = wake(wanderer); told.length > 0; told = wake(wanderer)) write(wanderer, told)
}

describe.each(allFlows.map(({ name }) => name))('the figures of any walk through %s', (name) => {
  test('are, step by step, what looking back over its whole history tells', () => {
    walks(name, ({ flow, rows }) => {
      const { suspended: _times, ...tally } = tallyOf(flow, rows)
      const told = Object.entries(tally).filter(([figure]) => !figure.startsWith('due.'))
      expect(Object.fromEntries(told)).toEqual(recount(flow, rows))
    })
  })

  test('never count more above the line than below it', () => {
    walks(name, ({ flow, rows }) => {
      const tally = tallyOf(flow, rows)
      for (const stage of stages) {
        const [due = 0, late = 0, excused = 0] = ['due', 'late', 'excused'].map(
          (what) => tally[`${what}.${stage}`],
        )
        expect(due).toBeGreaterThanOrEqual(late)
        expect(late).toBeGreaterThanOrEqual(excused)
      }
      for (const rate of figuresOf(flow, new Map(Object.entries(tally))).rates) {
        expect(rate.numerator).toBeGreaterThanOrEqual(0)
        expect(`${rate.name} ${rate.numerator > rate.denominator}`).toBe(`${rate.name} false`)
      }
    })
  })
})
