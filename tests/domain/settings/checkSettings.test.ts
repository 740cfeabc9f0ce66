import type { ActionRow, FlowTable } from '@domain/flow/flowTable'
import { allFlows, checkFlows } from '@domain/flows/allFlows'
import type { Kind } from '@domain/kind/kind'
import { applySettings } from '@domain/settings/applySettings'
import { checkEffective, checkSettings } from '@domain/settings/checkSettings'
import { noSettings, type CountySettings, type OwnKind } from '@domain/settings/countySettings'
import { DAY_MS } from '@domain/shared/instant'
import { litter, monday9 } from '../../support/givenMatter'

const hours = (count: number) => ({ hours: count, clock: 'elapsed' as const })
const working = (count: number) => ({ hours: count, clock: 'working' as const })

const accusation: Kind = {
  ...litter,
  code: '0204',
  name: '赌博涉黄线索',
  category: '02',
  basePoints: 0,
  sensitivity: 'S2',
}
const petition: Kind = {
  ...litter,
  code: '1201',
  name: '初次信访',
  category: '12',
  flow: 'petition',
  accept: hours(360),
  handle: hours(1440),
}
const product = { tables: allFlows, kinds: [litter, accusation, petition] }

const own: OwnKind = {
  code: '0591',
  name: '河道漂浮物',
  urgency: 'U3',
  accept: hours(2),
  handle: hours(24),
  basePoints: 3,
  selfClose: true,
  sensitivity: 'S0',
  owner: '镇水利',
}

const found = (change: Partial<CountySettings>) =>
  checkSettings(product, { ...noSettings, ...change }).map(({ path, code }) => `${path} ${code}`)
const ofFlow = (name: string, set: CountySettings['flows'][string]) =>
  found({ flows: { [name]: set } })
const ofReport = (form: NonNullable<CountySettings['flows'][string]['forms']>[string]) =>
  ofFlow('incident', { forms: { report: form } })
const added = { name: 'ownDepth', title: '水深', type: 'number', required: true, max: 20 } as const

test('a county that has set nothing has the product as it is', () => {
  expect(found({})).toEqual([])
  expect(applySettings(allFlows, noSettings)).toEqual(allFlows)
})

test('every problem is said in Chinese', () => {
  const problems = checkSettings(product, {
    flows: { nowhere: {}, incident: { limits: { sentBack: hours(0), gone: hours(1) } } },
    kinds: { '0501': { basePoints: -1 } },
    ownKinds: [{ ...own, code: '0501' }],
  })
  expect(problems).toHaveLength(5)
  for (const { words } of problems) expect(words).toMatch(/\p{Script=Han}/u)
})

describe('limits', () => {
  test.each([0, -1, Number.NaN])('%s hours are no time to do anything in', (count) => {
    expect(ofFlow('incident', { limits: { sentBack: hours(count) } })).toEqual([
      'flows.incident.limits.sentBack limit-not-positive',
    ])
  })

  test('of four limits by urgency the one that is wrong is named', () => {
    const limit = { U1: hours(1), U2: hours(2), U3: hours(0), U4: hours(30_000) }
    expect(ofFlow('incident', { limits: { sentBack: limit } })).toEqual([
      'flows.incident.limits.sentBack.U3 limit-not-positive',
      'flows.incident.limits.sentBack.U4 limit-too-long',
    ])
  })

  test('one that goes by the kind, by a day in a form, or that there is not, is not set here', () => {
    expect(ofFlow('incident', { limits: { reported: hours(1) } })).toEqual([
      'flows.incident.limits.reported limit-not-here',
    ])
    expect(ofFlow('deliberation', { limits: { voting: hours(1) } })).toHaveLength(1)
    expect(ofFlow('incident', { limits: { withdrawn: hours(1) } })).toEqual([
      'flows.incident.limits.withdrawn limit-not-here',
    ])
    expect(ofFlow('incident', { limits: { toString: hours(1) } })).toEqual([
      'flows.incident.limits.toString unknown-status',
    ])
  })

  test('the fifteen, sixty and thirty days of the law may be made shorter, never longer', () => {
    const limits = { filed: hours(10 * 24), accepted: hours(45 * 24), review: hours(20 * 24) }
    expect(ofFlow('petition', { limits })).toEqual([])
    expect(
      ofFlow('petition', {
        limits: { filed: hours(16 * 24), accepted: hours(61 * 24), review: working(30 * 24) },
      }),
    ).toEqual([
      'flows.petition.limits.filed limit-by-law',
      'flows.petition.limits.accepted limit-by-law',
      'flows.petition.limits.review limit-by-law',
    ])
    expect(found({ kinds: { '1201': { handle: hours(1441) } } })).toEqual([
      'kinds.1201.handle limit-by-law',
    ])
  })
})

describe('kinds', () => {
  test.each([
    [{ basePoints: 101 }, 'basePoints points-out-of-range'],
    [{ basePoints: -1 }, 'basePoints points-out-of-range'],
    [{ basePoints: 1.5 }, 'basePoints points-out-of-range'],
    [{ accept: hours(0) }, 'accept limit-not-positive'],
    [{ name: ' ' }, 'name text-empty'],
    [{ owner: '镇'.repeat(61) }, 'owner text-too-long'],
  ])('%j of a kind is refused', (change, wrong) => {
    expect(found({ kinds: { '0501': change } })).toEqual([`kinds.0501.${wrong}`])
  })

  test('who accuses somebody is not paid for it, and what is sensitive stays so', () => {
    expect(found({ kinds: { '0204': { basePoints: 5, sensitivity: 'S1' } } })).toEqual([
      'kinds.0204.basePoints points-none-on-purpose',
      'kinds.0204.sensitivity sensitivity-lowered',
    ])
    expect(found({ kinds: { '0204': { sensitivity: 'S3' } } })).toEqual([])
  })

  test('the county’s own are numbered in the range left for them, once', () => {
    expect(found({ ownKinds: [own, { ...own, code: '0291', name: '流动商贩' }] })).toEqual([])
    for (const code of ['0501', '0590', '0511', '9991', '591', '05911', '05９1'])
      expect(found({ ownKinds: [{ ...own, code }] })).toEqual(['ownKinds.0.code code-out-of-range'])
    expect(found({ ownKinds: [own, own] })).toEqual(['ownKinds.1.code code-taken'])
  })
})

describe('forms', () => {
  test('a field of the county’s own is asked after the product’s, and remembered', () => {
    const settings = {
      ...noSettings,
      flows: { incident: { forms: { report: { adds: [added] } } } },
    }
    expect(checkSettings(product, settings)).toEqual([])
    const incident = applySettings(allFlows, settings).find(({ name }) => name === 'incident')
    expect(incident?.report.form.at(-1)).toMatchObject({ ...added, keeps: true })
  })

  test.each([
    [{ ...added, name: 'Depth' }, 'name field-name'],
    [{ ...added, name: 'photos' }, 'name field-taken'],
    [{ ...added, name: 'owner' }, 'name field-taken'],
    [{ ...added, title: '' }, 'title text-empty'],
    [{ ...added, max: 0 }, 'max field-max'],
    [{ ...added, type: 'choice', max: 1 } as const, 'choices choices-missing'],
  ])('%j cannot be added', (field, wrong) => {
    expect(ofReport({ adds: [field] })).toContain(`flows.incident.forms.report.adds.0.${wrong}`)
  })

  test('one name means one thing in a flow', () => {
    const forms = { report: { adds: [added] }, handle: { adds: [added] } }
    expect(ofFlow('incident', { forms })).toEqual([
      'flows.incident.forms.handle.adds.0.name field-taken',
    ])
  })

  test('a form, a step or a field that there is not is named', () => {
    expect(ofFlow('incident', { forms: { fly: {} } })).toEqual([
      'flows.incident.forms.fly unknown-action',
    ])
    expect(ofFlow('incident', { forms: { handle: { changes: { colour: {} } } } })).toEqual([
      'flows.incident.forms.handle.changes.colour unknown-field',
    ])
  })

  test('what a row depends on is neither removed nor made optional', () => {
    const forms = { dispatch: { changes: { owner: { off: true as const } } } }
    expect(ofFlow('incident', { forms })).toEqual([
      'flows.incident.forms.dispatch.changes.owner field-needed',
    ])
    const consent = { report: { changes: { chosen: { required: false } } } }
    expect(ofFlow('petition', { forms: consent })).toEqual([
      'flows.petition.forms.report.changes.chosen field-needed',
    ])
  })

  test('taking the work over stays one tap', () => {
    expect(ofFlow('incident', { forms: { claim: { adds: [added] } } })).toEqual([
      'flows.incident.forms.claim form-closed',
    ])
  })

  test('a title, ready sentences and a limit of a text are the county’s to choose', () => {
    const changes = { result: { title: '办了什么', max: 200, templates: ['已清理', '已修好'] } }
    expect(ofFlow('incident', { forms: { handle: { changes } } })).toEqual([])
    const tooMuch = { result: { max: 501, templates: ['好'.repeat(201)] } }
    expect(ofFlow('incident', { forms: { handle: { changes: tooMuch } } })).toEqual([
      'flows.incident.forms.handle.changes.result.max field-max',
      'flows.incident.forms.handle.changes.result.templates.0 text-too-long',
    ])
  })
})

test('whatever of the product’s fields a county takes away without being refused, the tables stay sound', () => {
  for (const flow of allFlows)
    for (const { action, name } of fieldsOf(flow)) {
      const forms = { [action]: { changes: { [name]: { off: true as const } } } }
      const settings = { ...noSettings, flows: { [flow.name]: { forms } } }
      if (checkSettings(product, settings).length > 0) continue
      expect(checkFlows(applySettings(allFlows, settings))).toEqual([])
    }
})

/** Each form once, whatever statuses its action stands in. */
function fieldsOf(flow: FlowTable) {
  const rows = Object.values(flow.statuses).flatMap(({ actions }) => Object.entries(actions))
  const forms = new Map([['report', flow.report.form], ...rows.map(formOf)])
  return [...forms].flatMap(([action, form]) => form.map(({ name }) => ({ action, name })))
}

const formOf = ([action, { form }]: [string, ActionRow]): [string, ActionRow['form']] => [
  action,
  form,
]

test('points are paid by rules that there are, up to a hundred', () => {
  expect(ofFlow('identitySearch', { points: { recognised: 30 } })).toEqual([])
  expect(ofFlow('identitySearch', { points: { recognised: 101, other: 1 } })).toEqual([
    'flows.identitySearch.points.recognised points-out-of-range',
    'flows.identitySearch.points.other unknown-rule',
  ])
})

test('a version begins neither in the past nor more than a year ahead', () => {
  expect(checkEffective(monday9, monday9)).toEqual([])
  expect(checkEffective(monday9 - 1, monday9)).toMatchObject([{ code: 'effective-in-past' }])
  expect(checkEffective(monday9 + 367 * DAY_MS, monday9)).toMatchObject([
    { code: 'effective-too-far' },
  ])
})
