import fc from 'fast-check'
import type { Actor } from '@domain/access/actor'
import { roles, type Role } from '@domain/access/permissions'
import { plainCalendar } from '@domain/deadline/dueAt'
import { atShare } from '@domain/deadline/runningTime'
import { sharesOf } from '@domain/flow/timeAfter'
import { getStatus } from '@domain/flow/getStatus'
import { allFlows } from '@domain/flows/allFlows'
import { evolveMatter } from '@domain/matter/evolveMatter'
import { readingOf } from '@domain/matter/mayRead'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { PersonId } from '@domain/shared/ids'
import { DAY_MS } from '@domain/shared/instant'
import { isRefusal, type Refusal } from '@domain/shared/refusal'
import { castOfAllSystems } from '../../support/people'
import {
  begin,
  decide,
  diceOf,
  offersTo,
  stepOn,
  wake,
  write,
  type Step,
  type Wanderer,
} from './wander'

const STEPS = 18
const WALKS = 25

const names = allFlows.map(({ name }) => name)
const flowOf = (name: string) => allFlows.find((flow) => flow.name === name)!

/** Many walks through one table; a walk that fails is told by its throws. */
function walks(name: string, visit: (wanderer: Wanderer, step?: Step) => void): void {
  const throws = fc.array(fc.nat(997), { minLength: STEPS * 8, maxLength: STEPS * 8 })
  fc.assert(
    fc.property(throws, (thrown) => {
      const dice = diceOf(thrown)
      const wanderer = begin(flowOf(name), dice)
      if (!wanderer) return
      visit(wanderer)
      for (let turn = 0; turn < STEPS; turn++) visit(wanderer, stepOn(wanderer, dice))
    }),
    { numRuns: WALKS },
  )
}

/** Holds every post there is, in another township and in another county. */
const stranger = (areaCode: string): Actor => ({
  personId: '00000000-0000-7000-8000-0000000000ff' as PersonId,
  countyId: 441882,
  name: '外地人',
  posts: (Object.keys(roles) as Role[]).map((role) => ({ role, areaCode })),
})
const strangers = [stranger('441882103'), stranger('441881')]

/** What a form alone cannot know: who was here before, what is done already, who was called and has answered. */
const knownLater = [
  'matter.entered-before',
  'matter.row-done',
  'matter.list-full',
  'matter.cannot-join',
  'matter.form-wrong-value owner',
]

describe.each(names)('any walk through %s', (name) => {
  test('ends, or somebody who sees it can still go on', () => {
    walks(name, (wanderer) => {
      const { matter, flow, now } = wanderer
      const someone = castOfAllSystems.some(
        (actor) =>
          readingOf(actor, matter, flow, now) !== undefined && offersTo(wanderer, actor).length > 0,
      )
      expect(someone || matter.endedAt !== undefined ? '' : `stuck in ${matter.status}`).toBe('')
    })
  })

  test('does what it offers, and offers nothing that it then refuses', () => {
    walks(name, (_wanderer, step) => {
      if (!step?.action || !isRefusal(step.answer)) return
      expect(knownLater).toContain(codeOf(step.answer))
    })
  })

  test('only ever adds to its history, which rebuilds it to the letter', () => {
    const told: string[] = []
    let last: Wanderer | undefined
    walks(name, (wanderer) => {
      if (last !== wanderer) told.length = 0
      last = wanderer
      for (const row of wanderer.rows.slice(told.length)) told.push(JSON.stringify(row))
      expect(wanderer.rows.map((row) => JSON.stringify(row))).toEqual(told)
      const stored = told.map((row) => JSON.parse(row) as MatterEvent[])
      const rebuilt = stored.reduce<Matter | undefined>(evolveMatter, undefined)
      expect(rebuilt).toEqual(JSON.parse(JSON.stringify(wanderer.matter)))
      expect(wanderer.matter.version).toBe(wanderer.rows.length)
    })
  })

  test('lets nobody enter a list of names twice', () => {
    walks(name, (wanderer, step) => {
      const entered = step && !isRefusal(step.answer) && step.answer.some(isEntry)
      if (!entered || !step.by || !step.action || !step.input) return
      const again = decide(wanderer, step.by, step.action, step.input)
      expect(isRefusal(again)).toBe(true)
      const offered = offersTo(wanderer, step.by).some(({ action }) => action === step.action)
      if (offered) expect(again).toMatchObject({ refused: 'matter.entered-before' })
    })
  })

  test('is neither seen nor touched by anybody of another township or county', () => {
    walks(name, (wanderer) => {
      for (const actor of strangers) {
        const { matter, flow, now } = wanderer
        expect(readingOf(actor, matter, flow, now)).toBeUndefined()
        expect(offersTo(wanderer, actor)).toEqual([])
        for (const action of Object.keys(getStatus(flow, matter.status).actions))
          expect(isRefusal(decide(wanderer, actor, action, {}))).toBe(true)
      }
    })
  })

  test('is woken once for every moment, and the same moment twice says nothing new', () => {
    walks(name, (wanderer) => {
      const events = wake(wanderer)
      write(wanderer, events)
      expect(wake(wanderer)).toEqual([])
    })
  })

  test('tells every mark exactly once, however long nobody looked', () => {
    walks(name, (wanderer) => {
      const asleep = { ...wanderer, rows: [...wanderer.rows], now: wanderer.now + DAY_MS }
      const due = dueMarks(asleep)
      const events = wake(asleep)
      expect(beforeMoving(events).flatMap(shareOf)).toEqual(due)
      write(asleep, events)
      asleep.now += DAY_MS
      const later = wake(asleep).flatMap((event) => ('share' in event ? [markOf(event)] : []))
      const before = events.flatMap((event) => ('share' in event ? [markOf(event)] : []))
      expect(later.filter((mark) => before.includes(mark))).toEqual([])
    })
  })
})

function codeOf({ refused, details }: Refusal): string {
  return refused === 'matter.form-wrong-value' ? `${refused} ${String(details?.field)}` : refused
}

function isEntry({ type }: MatterEvent): boolean {
  return type === 'RollEntered'
}

/** What was said where it stood: from there on another status's time runs. */
function beforeMoving(events: readonly MatterEvent[]): readonly MatterEvent[] {
  const moved = events.findIndex(({ type }) => type === 'MatterMoved')
  return moved < 0 ? events : events.slice(0, moved)
}

function shareOf(event: MatterEvent): number[] {
  return 'share' in event && event.share !== undefined ? [event.share] : []
}

function markOf(event: MatterEvent): string {
  const { status, share, dueAt } = event as { status?: string; share?: number; dueAt?: number }
  return `${status} ${share} ${dueAt}`
}

/** Shares of the running time that have gone and of which nobody has heard. */
function dueMarks({ flow, matter, now }: Wanderer): number[] {
  const { time, endedAt, status } = matter
  if (!time || endedAt !== undefined) return []
  return sharesOf(getStatus(flow, status)).filter(
    (share) => share > time.told && atShare(time, share, plainCalendar) <= now,
  )
}
