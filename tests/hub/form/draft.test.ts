import type { FormFieldView } from '@contract/views'
import { buildInput, emptyDraft, type Draft } from '@hub/form/draft'
import { findTroubles } from '@hub/form/findTroubles'
import { NOW } from '../support/givenMatter'

type Type = FormFieldView['type']

const field = (type: Type, rest: Partial<FormFieldView> = {}): FormFieldView => ({
  name: 'asked',
  title: '这一栏',
  type,
  required: true,
  max: 60,
  ...rest,
})
const typed = (text: string): Draft => ({ ...emptyDraft, texts: { asked: text } })
const chosen = (value: NonNullable<Draft['values'][string]>): Draft => ({
  ...emptyDraft,
  values: { asked: value },
})
const sent = (asked: FormFieldView, draft: Draft) => buildInput([asked], draft).asked
const trouble = (asked: FormFieldView, draft: Draft) =>
  findTroubles([asked], draft, { now: NOW }).asked

test.each<[Type, string, unknown]>([
  ['text', ' 桥头 ', '桥头'],
  ['phone', '0763 6622110', '0763 6622110'],
  ['number', '12', 12],
  ['money', '1,280.5', 128_050],
  ['money', '0.07', 7],
  ['day', '2026-12-01', '2026-12-01'],
  ['moment', '2026-12-01T09:30', '2026-12-01T09:30:00+08:00'],
  ['place', '112.3801， 24.7852', '112.3801,24.7852'],
])('what is typed as %s goes over the wire as it is meant: %s', (type, text, value) => {
  const asked = field(type, { max: 100_000_000_000 })
  expect(sent(asked, typed(text))).toEqual(value)
  expect(trouble(asked, typed(text))).toBeUndefined()
})

test('a line that was begun and left empty is not sent as one', () => {
  const rows = [{ title: '身份证' }, { title: ' ' }, { title: '户口本', due: '2026-12-01' }]
  expect(sent(field('rows'), chosen(rows))).toEqual([rows[0], rows[2]])
})

test.each<[Type, string]>([
  ['text', '请填写「这一栏」'],
  ['phone', '请填写「这一栏」'],
  ['number', '请填写「这一栏」'],
  ['choice', '请选择「这一栏」'],
  ['yesNo', '请选择「这一栏」'],
  ['consent', '「这一栏」要先同意，才能往下办'],
  ['photos', '请添加「这一栏」'],
  ['signature', '请拍下「这一栏」'],
  ['owners', '请选择「这一栏」'],
  ['person', '请选择「这一栏」'],
  ['area', '请选择「这一栏」'],
  ['matter', '请选择「这一栏」'],
  ['rows', '「这一栏」至少写一行'],
  ['row', '请选择「这一栏」'],
])('an officer who left out a %s is told which field it is', (type, words) => {
  expect(trouble(field(type), emptyDraft)).toBe(words)
})

test.each<[FormFieldView, Draft, string]>([
  [field('phone'), typed('不知道'), '「这一栏」只写数字，例如 13800000000'],
  [field('number'), typed('两三个'), '「这一栏」请填整数，例如 3'],
  [field('number', { min: 1, unit: '人' }), typed('0'), '「这一栏」至少 1 人'],
  [field('number', { max: 50, unit: '人' }), typed('51'), '「这一栏」最多 50 人'],
  [field('money'), typed('12.345'), '「这一栏」请填金额，最多两位小数，例如 1280.50'],
  [field('money', { max: 100_000 }), typed('1000.01'), '「这一栏」最多 1000 元'],
  [field('moment'), typed('2026-11-01T09:00'), '「这一栏」已经过去了，请填以后的时间'],
  [field('day', { max: 30 }), typed('2027-11-01'), '「这一栏」太远了，最多 30 天以后'],
  [field('place'), typed('村口'), '「这一栏」请写成“经度,纬度”，例如 112.3801,24.7852'],
  [field('people', { max: 1 }), chosen(['a', 'b']), '「这一栏」最多选 1 个'],
  [field('text', { max: 3 }), typed('四个字了'), '「这一栏」最多 3 个字'],
])('what cannot go is named with what to do', (asked, draft, words) => {
  expect(trouble(asked, draft)).toBe(words)
})

test('a photo that is still on its way holds the form back', () => {
  const photo = { fileId: 'f', bytes: new Uint8Array(), previewUrl: '', share: 0.5 }
  const draft: Draft = { ...emptyDraft, photos: { asked: [{ ...photo, state: 'sending' }] } }
  expect(trouble(field('photos'), draft)).toBe('「这一栏」还没传完，传完再送')
})
