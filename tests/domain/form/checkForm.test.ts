import { checkForm } from '@domain/form/checkForm'
import type { FieldType, FieldValue, FormField } from '@domain/form/formField'
import { DAY_MS } from '@domain/shared/instant'
import { monday9 } from '../../support/givenMatter'

const field = (type: FieldType, change: Partial<FormField> = {}): FormField => ({
  name: 'asked',
  title: '问的',
  type,
  required: true,
  max: 10,
  ...change,
})

const rows = { papers: [{ key: '1', title: '身份证' }] }

function said(asked: FormField, value: FieldValue | undefined): string | undefined {
  const input = value === undefined ? {} : { asked: value }
  return checkForm([asked], input, { now: monday9, lists: rows })?.refused
}

const wrong = 'matter.form-wrong-value'
const ownerOf = (departmentCode: string) => ({ kind: 'department', departmentCode }) as const

describe('what is filled in is held against the form:', () => {
  test.each<[FieldType, Partial<FormField>, FieldValue, FieldValue]>([
    ['text', {}, '说明', 7],
    ['person', {}, 'p1', 7],
    ['matter', {}, 'm1', true],
    ['signature', {}, 'f1', 7],
    ['phone', { max: 20 }, '+86 138-0000', '打给我'],
    ['phone', { max: 20 }, '110', '12'],
    ['phone', { max: 20 }, '110', 110],
    ['choice', { choices: [{ value: 'a', title: '甲' }] }, 'a', 'b'],
    ['choice', {}, 'a', 'a'],
    ['yesNo', {}, false, 'yes'],
    ['number', {}, 3, 3.5],
    ['number', {}, 3, '3'],
    ['money', {}, 3, Number.NaN],
    ['day', {}, '2026-11-24', '24.11.2026'],
    ['day', {}, '2026-11-24', '2026-11-24T08:00'],
    ['day', {}, '2026-11-24', 'x2026-11-24'],
    ['day', {}, '2026-11-24', '2026-13-24'],
    ['day', {}, '2026-11-24', 20261124],
    ['moment', {}, '2026-11-24T08:00:00+08:00', '2026-11-20T08:00:00+08:00'],
    ['moment', {}, '2026-11-24T08:00:00+08:00', 'soon'],
    ['moment', {}, '2026-11-24T08:00:00+08:00', 7],
    ['photos', {}, ['f1'], 'f1'],
    ['photos', {}, ['f1'], [{ title: '不是照片' }]],
    ['people', {}, ['p1', 'p2'], true],
    ['area', { max: 15 }, '441882118', '龙坪镇'],
    ['area', { max: 15 }, '441882118', 441882118],
    ['place', { max: 60 }, '112.3801,24.7852', '在村口'],
    ['place', { max: 60 }, '112.3801,24.7852,15', '112.3801;24.7852'],
    ['place', { max: 60 }, '-180,-90', '181,24'],
    ['place', { max: 60 }, '180,90', '112,91'],
    ['place', { max: 60 }, '112,24', 'x112,24'],
    ['place', { max: 60 }, '112,24', '112,24,15x'],
    ['place', { max: 60 }, '112,24', 112],
    ['owner', {}, ownerOf('police'), 'police'],
    [
      'owner',
      { ownerKinds: ['department'] },
      ownerOf('police'),
      { kind: 'area', areaCode: '4418' },
    ],
    ['owners', {}, [ownerOf('police')], ownerOf('police')],
    ['owners', {}, [ownerOf('police')], ['police']],
    ['rows', {}, [{ title: '身份证' }], '身份证'],
    ['rows', {}, [{ title: '身份证' }], ['身份证']],
    ['rows', {}, [{ title: '一'.repeat(60) }], [{ title: '一'.repeat(61) }]],
    ['rows', {}, [{ title: '身份证', due: '2026-11-24' }], [{ title: '身份证', due: '明天' }]],
    [
      'rows',
      {},
      [{ title: '会', due: '2026-11-24T09:30+08:00' }],
      [{ title: '会', due: '2026-11-24T09:30' }],
    ],
    [
      'rows',
      {},
      [{ title: '会', due: '2026-11-24T09:30:00Z' }],
      [{ title: '会', due: '2026-11-99T09:30:00Z' }],
    ],
    ['rows', {}, [{ title: '身份证' }], [{ title: ' ' }]],
    ['rows', {}, [{ title: '身份证' }, { title: '户口本' }], [{ title: '身份证' }, { title: '' }]],
    ['row', { list: 'papers' }, '1', '2'],
  ])('a %s that is one, and one that is not (%#)', (type, change, right, bad) => {
    const asked = field(type, change)
    if (right !== bad) expect(said(asked, right)).toBeUndefined()
    expect(said(asked, bad)).toBe(wrong)
  })

  test('a row of a list that the matter does not have is none', () => {
    expect(said(field('row', { list: 'rooms' }), '1')).toBe(wrong)
    expect(said(field('row'), '1')).toBe(wrong)
    const one = checkForm([field('row', { list: 'papers' })], { asked: '1' }, { now: monday9 })
    expect(one?.refused).toBe(wrong)
  })

  test('what must be said is said, and blanks say nothing', () => {
    for (const nothing of [undefined, '', '  ', []]) {
      expect(said(field('text'), nothing)).toBe('matter.form-incomplete')
      expect(said(field('text', { required: false }), nothing)).toBeUndefined()
    }
    expect(said(field('yesNo'), false)).toBeUndefined()
    expect(said(field('number'), 0)).toBeUndefined()
  })

  test('consent is given or it is not, and only where it is asked must it be', () => {
    expect(said(field('consent'), true)).toBeUndefined()
    expect(said(field('consent'), false)).toBe('matter.form-incomplete')
    expect(said(field('consent', { required: false }), false)).toBeUndefined()
  })

  test('nothing is longer, larger or further ahead than the form says', () => {
    const tooLong = 'matter.form-too-long'
    expect(said(field('text'), '一'.repeat(10))).toBeUndefined()
    expect(said(field('text'), '一'.repeat(11))).toBe(tooLong)
    expect(said(field('photos', { max: 1 }), ['f1'])).toBeUndefined()
    expect(said(field('photos', { max: 1 }), ['f1', 'f2'])).toBe(tooLong)
    expect(said(field('number'), 10)).toBeUndefined()
    expect(said(field('number'), 11)).toBe(tooLong)
    const nextYear = '2027-11-24'
    expect(said(field('day'), nextYear)).toBe(tooLong)
    expect(said(field('day', { max: 400 }), nextYear)).toBeUndefined()
    expect(said(field('moment'), `${nextYear}T08:00:00Z`)).toBe(tooLong)
    const long = { value: 'several words', title: '几个词' }
    expect(said(field('choice', { max: 1, choices: [long] }), long.value)).toBeUndefined()
    expect(said(field('owner', { max: 1 }), ownerOf('a very long department'))).toBeUndefined()
  })

  test('a number is not smaller than the form says, and none is below nought by itself', () => {
    expect(said(field('number', { min: 2 }), 2)).toBeUndefined()
    expect(said(field('number', { min: 2 }), 1)).toBe('matter.form-too-small')
    expect(said(field('number'), -1)).toBe('matter.form-too-small')
  })

  test('a moment of this morning can still be written down', () => {
    const ago = (ms: number) => new Date(monday9 - ms).toISOString()
    expect(said(field('moment'), ago(DAY_MS - 1))).toBeUndefined()
    expect(said(field('moment'), ago(DAY_MS))).toBe(wrong)
  })

  test('a question that nobody asked is named, and so is the first that fails', () => {
    const form = [field('text'), field('text', { name: 'other', title: '还有' })]
    expect(checkForm(form, { asked: '好', extra: 'x' }, { now: monday9 })).toEqual({
      refused: 'matter.form-unknown-field',
      details: { field: 'extra' },
    })
    expect(checkForm(form, { asked: '好' }, { now: monday9 })).toEqual({
      refused: 'matter.form-incomplete',
      details: { field: 'other', title: '还有' },
    })
    expect(checkForm([field('text')], { asked: '一'.repeat(11) }, { now: monday9 })).toEqual({
      refused: 'matter.form-too-long',
      details: { field: 'asked', title: '问的', max: 10 },
    })
    expect(checkForm([field('number', { min: 2 })], { asked: 1 }, { now: monday9 })).toEqual({
      refused: 'matter.form-too-small',
      details: { field: 'asked', title: '问的', min: 2 },
    })
  })
})
