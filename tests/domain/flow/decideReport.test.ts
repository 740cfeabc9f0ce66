import {
  CLOCK_AHEAD_MAX_MS,
  decideReport,
  REPORT_AGE_MAX_MS,
  type Filing,
  type ReportCommand,
} from '@domain/flow/decideReport'
import type { FlowTable, ReportRow } from '@domain/flow/flowTable'
import { incidentFlow } from '@domain/flows/incident'
import type { FormField } from '@domain/form/formField'
import type { Matter } from '@domain/matter/matter'
import type { FileId, MatterId, PersonId } from '@domain/shared/ids'
import { DAY_MS } from '@domain/shared/instant'
import { isRefusal, type Refusal } from '@domain/shared/refusal'
import { monday9, surroundings } from '../../support/givenMatter'
import { grid, officerLin } from '../../support/people'

const command: ReportCommand = {
  matterId: '00000000-0000-7000-8000-0000000000a1' as MatterId,
  text: '村口垃圾堆了好几天',
  discoveredAt: monday9,
  fileIds: [],
}

function filed(
  change: Partial<ReportCommand>,
  report: Partial<ReportRow> = {},
  filing: Partial<Filing> = {},
): Matter | Refusal {
  const flow: FlowTable = { ...incidentFlow, report: { ...incidentFlow.report, ...report } }
  const where = { areaCode: grid, number: 'E1', ...filing }
  const events = decideReport(flow, { ...command, ...change }, officerLin, where, surroundings())
  if (isRefusal(events)) return events
  const [first] = events
  if (first?.type !== 'MatterReported') throw new Error('Nothing was reported')
  return first.matter
}

const files = (count: number) => Array.from({ length: count }, (_, at) => `f${at}` as FileId)

describe('a report is taken', () => {
  test('in as many words as a page holds, and no more', () => {
    expect(filed({ text: '字'.repeat(2000) })).not.toHaveProperty('refused')
    expect(filed({ text: '字'.repeat(2001) })).toEqual({
      refused: 'matter.text-too-long',
      details: { max: 2000 },
    })
  })

  test('with nine photos, or as few as its table allows', () => {
    expect(filed({ fileIds: files(9) })).not.toHaveProperty('refused')
    expect(filed({ fileIds: files(10) })).toEqual({
      refused: 'matter.too-many-photos',
      details: { max: 9 },
    })
    expect(filed({ fileIds: files(1) }, { photosMax: 0 })).toEqual({
      refused: 'matter.too-many-photos',
      details: { max: 0 },
    })
    expect(filed({ fileIds: files(10) }, { photosMax: 10 })).not.toHaveProperty('refused')
  })

  test('with three voices, also where nothing may be pictured', () => {
    expect(filed({ voiceIds: files(3) }, { photosMax: 0 })).toMatchObject({
      photos: files(3).map((fileId) => ({ fileId, takenFor: 'report', medium: 'voice' })),
    })
    expect(filed({ voiceIds: files(4) })).toEqual({
      refused: 'matter.too-many-voices',
      details: { max: 3 },
    })
  })

  test('from a phone that lay in a drawer for two months or is two days fast, not from a wrong one', () => {
    expect(REPORT_AGE_MAX_MS).toBe(60 * DAY_MS)
    expect(CLOCK_AHEAD_MAX_MS).toBe(2 * DAY_MS)
    const off = { refused: 'matter.clock-off', details: { serverTime: monday9 } }
    expect(filed({ discoveredAt: monday9 - REPORT_AGE_MAX_MS })).not.toHaveProperty('refused')
    expect(filed({ discoveredAt: monday9 - REPORT_AGE_MAX_MS - 1 })).toEqual(off)
    expect(filed({ discoveredAt: monday9 + CLOCK_AHEAD_MAX_MS })).not.toHaveProperty('refused')
    expect(filed({ discoveredAt: monday9 + CLOCK_AHEAD_MAX_MS + 1 })).toEqual(off)
  })
})

describe('what is written down of a report', () => {
  test('is how wrong the clock was that it was written by', () => {
    expect(filed({ clockAheadMs: DAY_MS })).toMatchObject({ clockAheadMs: DAY_MS })
    expect(filed({})).not.toHaveProperty('clockAheadMs')
  })

  test('is whose photos it waits for, and what they were taken for', () => {
    expect(filed({ fileIds: files(1) })).toMatchObject({
      photos: [{ fileId: 'f0', takenFor: 'report', by: officerLin.personId, state: 'awaited' }],
      handlers: [],
    })
  })

  test('is the place and the county’s settings of that day, where there are any', () => {
    const place = { longitude: 112.38, latitude: 24.78 } as unknown as NonNullable<Matter['place']>
    expect(filed({ place }, {}, { settingsVersion: 3 })).toMatchObject({
      place,
      settingsVersion: 3,
    })
    expect(Object.keys(filed({}))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/place|settingsVersion|parties|task|lists/)]),
    )
  })

  const field = (name: string, type: FormField['type'], change: Partial<FormField> = {}) =>
    ({ name, title: name, type, required: true, max: 20, keeps: true, ...change }) as FormField

  test('is what the form asks and the table sets; what it forgets is not kept as nothing', () => {
    const sets = { talk: 'open', hurry: null }
    expect(
      filed({ fields: { hurry: '快' } }, { form: [field('hurry', 'text')], sets }),
    ).toHaveProperty('fields', { talk: 'open' })
  })

  test('is who is named in it, what is to be done, and who does it', () => {
    const helper = 'p9' as PersonId
    const form = [field('helper', 'person'), field('papers', 'rows')]
    const fields = { helper, papers: [{ title: '身份证' }] }
    const row: Partial<ReportRow> = {
      form,
      adds: { list: 'papers', field: 'papers' },
      task: 'take',
    }
    expect(filed({ fields }, row)).toMatchObject({
      parties: [helper],
      lists: { papers: [{ key: '1', title: '身份证' }] },
      task: {
        owner: { kind: 'person', personId: officerLin.personId },
        claimedBy: officerLin.personId,
        state: 'claimed',
      },
    })
  })

  test('asks the county’s own question of people, and not of a matter that another begins', () => {
    const form = [field('depth', 'number', { ofCounty: true }), field('name', 'text')]
    const parent = { matterId: 'm9' as MatterId, number: 'E9', reporterId: officerLin.personId }
    const fields = { name: '水塘' }
    expect(filed({ fields }, { form })).toMatchObject({ details: { field: 'depth' } })
    expect(filed({ fields }, { form }, { parent })).not.toHaveProperty('refused')
    expect(filed({}, { form }, { parent })).toMatchObject({ details: { field: 'name' } })
  })
})
