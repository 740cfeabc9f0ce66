import { stages, type FlowTable, type Stage } from '../flow/flowTable'
import type { Figure } from './figure'
import type { Rate } from './rate'
import { quantileHours } from './spanBucket'
import { actionsOf } from './tableFacts'

/** The sums of a flow, of an area and a span of days. */
export type Tally = ReadonlyMap<string, number>

type NamedCount = { readonly name: string; readonly title: string; readonly count: number }

type NamedRate = Rate & {
  readonly name: string
  readonly title: string
  /** What is above and below the line, in words. */
  readonly numeratorTitle: string
  readonly denominatorTitle: string
}

type FlowFigures = {
  readonly counts: readonly NamedCount[]
  readonly rates: readonly NamedRate[]
  /** From receipt to the end of those that ended with the work done. */
  readonly hours: { readonly count: number; readonly median?: number; readonly p90?: number }
}

/** Counts and rates of one flow, those that its table knows; every rate with what it is a share of. */
export function figuresOf(flow: FlowTable, tally: Tally): FlowFigures {
  const of = (figure: Figure) => tally.get(figure) ?? 0
  return {
    counts: countsIn(of),
    rates: [...sharesIn(flow, of), ...inTime(flow, of), ...repliesIn(flow, of)],
    hours: hoursIn(tally),
  }
}

type Of = (figure: Figure) => number

function countsIn(of: Of): NamedCount[] {
  const open = of('reported') - of('ended') - of('endedOtherwise')
  return [
    { name: 'reported', title: '收到', count: of('reported') },
    { name: 'open', title: '在办', count: open },
    { name: 'ended', title: '办结', count: of('ended') },
    {
      name: 'endedOtherwise',
      title: '其他结束',
      count: of('endedOtherwise'),
    },
    { name: 'suspended', title: '挂过账', count: of('suspended') },
    { name: 'standing', title: '现在挂账', count: of('standing') },
    { name: 'overdue', title: '超期次数（含免计）', count: sumOf(of, 'late') },
    { name: 'excused', title: '其中免计', count: sumOf(of, 'excused') },
  ]
}

function sumOf(of: Of, what: 'late' | 'excused'): number {
  return [...stages, 'other' as const].reduce((sum, stage) => sum + of(`${what}.${stage}`), 0)
}

type ShareRow = {
  readonly name: string
  readonly title: string
  readonly above: readonly [string, (of: Of) => number]
  readonly below: readonly [string, Figure]
  /** Only flows that have such a step; all without it. */
  readonly of?: Figure | 'merges'
}

const shares: readonly ShareRow[] = [
  {
    name: 'ended',
    title: '办结率',
    above: ['办结', (of) => of('ended')],
    below: ['收到', 'reported'],
  },
  {
    name: 'closedOnSpot',
    title: '就地办结占比',
    above: ['就地办结', (of) => of('closedOnSpot')],
    below: ['办结过', 'finished'],
    of: 'closedOnSpot',
  },
  {
    name: 'dispatchedRight',
    title: '一次派准率',
    above: ['派遣后没有异议成立', (of) => of('dispatched') - of('objectionUpheld')],
    below: ['派遣过', 'dispatched'],
    of: 'objectionUpheld',
  },
  {
    name: 'returned',
    title: '退回率',
    above: ['退回过', (of) => of('returned')],
    below: ['收到', 'reported'],
    of: 'returned',
  },
  {
    name: 'joined',
    title: '重复率',
    above: ['并案', (of) => of('joined')],
    below: ['收到', 'reported'],
    of: 'merges',
  },
  {
    name: 'reopened',
    title: '重开率',
    above: ['重开过', (of) => of('reopened')],
    below: ['办结过', 'finished'],
    of: 'reopened',
  },
]

function sharesIn(flow: FlowTable, of: Of): NamedRate[] {
  return shares
    .filter((row) => hasStep(flow, row.of))
    .map(({ name, title, above, below }) => ({
      name,
      title,
      numeratorTitle: above[0],
      numerator: above[1](of),
      denominatorTitle: below[0],
      denominator: of(below[1]),
    }))
}

function hasStep(flow: FlowTable, step: ShareRow['of']): boolean {
  if (step === undefined) return true
  return (
    actionsOf(flow, (row) => (step === 'merges' ? !!row.merges : row.measure === step)).length > 0
  )
}

const stageTitles: Readonly<Record<Stage, string>> = {
  accept: '按时受理率',
  dispatch: '按时派遣率',
  handle: '按时处置率',
  inspect: '按时核查率',
  close: '按时结案率',
}

/** What was excused stays a fact and is in neither number. */
function inTime(flow: FlowTable, of: Of): NamedRate[] {
  const known = new Set(Object.values(flow.statuses).map(({ stage }) => stage))
  return stages
    .filter((stage) => known.has(stage))
    .map((stage) => ({
      name: `${stage}InTime`,
      title: stageTitles[stage],
      numeratorTitle: '按时次数',
      numerator: of(`due.${stage}`) - of(`late.${stage}`),
      denominatorTitle: '到期次数（不含免计）',
      denominator: of(`due.${stage}`) - of(`excused.${stage}`),
    }))
}

/** Whoever did not answer is neither satisfied nor unsatisfied: how many answered is a rate of its own. */
function repliesIn(flow: FlowTable, of: Of): NamedRate[] {
  const asks = actionsOf(flow, (row, { ended }) => row.measure === 'rated' && ended === true)
  if (asks.length === 0) return []
  const answered = { denominatorTitle: '评价了', denominator: of('answered') }
  return [
    {
      name: 'answered',
      title: '评价率',
      numeratorTitle: '评价了',
      numerator: of('answered'),
      denominatorTitle: '办结后请评价',
      denominator: of('asked'),
    },
    {
      name: 'solved',
      title: '解决率',
      numeratorTitle: '说解决了',
      numerator: of('solved'),
      ...answered,
    },
    {
      name: 'satisfied',
      title: '满意率',
      numeratorTitle: '满意',
      numerator: of('satisfied'),
      ...answered,
    },
    {
      name: 'fair',
      title: '基本满意率',
      numeratorTitle: '基本满意',
      numerator: of('fair'),
      ...answered,
    },
  ]
}

function hoursIn(tally: Tally): FlowFigures['hours'] {
  const buckets = new Map(
    [...tally]
      .filter(([figure]) => figure.startsWith('hours.'))
      .map(([figure, count]) => [Number(figure.slice('hours.'.length)), count]),
  )
  const median = quantileHours(buckets, 0.5)
  const p90 = quantileHours(buckets, 0.9)
  return {
    count: [...buckets.values()].reduce((sum, count) => sum + count, 0),
    ...(median === undefined ? {} : { median }),
    ...(p90 === undefined ? {} : { p90 }),
  }
}
