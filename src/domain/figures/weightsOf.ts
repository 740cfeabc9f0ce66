import { measures, stages, type FlowTable } from '../flow/flowTable'
import type { Figure } from './figure'
import { figuresOf, type Tally } from './figuresOf'

/**
 * A number of the board by its name: `count.open`, or the upper or lower one of a rate: `above.ended`, `below.ended`.
 * Each is a sum of figures times whole weights, so that every matter has its own share of it.
 */
export type NumberName = string

/** Every number that the flow's figures show, by its name. */
export function numbersOf(flow: FlowTable, tally: Tally): ReadonlyMap<NumberName, number> {
  const { counts, rates } = figuresOf(flow, tally)
  return new Map([
    ...counts.map(({ name, count }) => [`count.${name}`, count] as const),
    ...rates.flatMap(({ name, numerator, denominator }) => [
      [`above.${name}`, numerator] as const,
      [`below.${name}`, denominator] as const,
    ]),
  ])
}

/** How much each figure of a matter adds to the number; undefined where the flow has no such number. */
export function findWeights(
  flow: FlowTable,
  number: NumberName,
): ReadonlyMap<Figure, number> | undefined {
  if (!numbersOf(flow, new Map()).has(number)) return undefined
  const weights = countedFigures.map((figure) => {
    const one = numbersOf(flow, new Map([[figure, 1]]))
    return [figure, one.get(number) ?? 0] as const
  })
  return new Map(weights.filter(([, weight]) => weight !== 0))
}

const lateStages = [...stages, 'other'] as const

/** All but how long it took, which makes no number that is counted in matters. */
const countedFigures: readonly Figure[] = [
  'reported',
  ...measures.filter((measure) => measure !== 'rated'),
  'joined',
  'suspended',
  'finished',
  'standing',
  'ended',
  'endedOtherwise',
  'asked',
  'answered',
  'solved',
  'satisfied',
  'fair',
  ...stages.map((stage) => `due.${stage}` as const),
  ...lateStages.map((stage) => `late.${stage}` as const),
  ...lateStages.map((stage) => `excused.${stage}` as const),
]
