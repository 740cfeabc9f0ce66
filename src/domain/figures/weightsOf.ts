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

export type Weights = ReadonlyMap<Figure, number>

/** How much each figure of a matter adds to each number of the flow. */
export function weightsOf(flow: FlowTable): ReadonlyMap<NumberName, Weights> {
  const names = [...numbersOf(flow, new Map()).keys()]
  const weights = new Map(names.map((name) => [name, new Map<Figure, number>()]))
  for (const figure of countedFigures)
    for (const [name, weight] of numbersOf(flow, new Map([[figure, 1]])))
      if (weight !== 0) weights.get(name)?.set(figure, weight)
  return weights
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
