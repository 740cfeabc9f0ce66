import type { FormField } from '@domain/form/formField'
import {
  area,
  choice,
  consent,
  count,
  day,
  line,
  moment,
  money,
  optional,
  owners,
  people,
  phone,
  photos,
  place,
  row,
  rows,
  signature,
  yesNo,
} from '@domain/flows/fields'
import { emptyForm, type FormDraft } from '@miniapp/draft/formDraft'
import { readForm } from '@miniapp/draft/readForm'

const now = Date.parse('2026-11-23T09:00:00+08:00')

function read(field: FormField, draft: Partial<FormDraft>, lists = {}) {
  return readForm([field], { ...emptyForm, ...draft }, { now, lists })
}

const typed = (name: string, text: string) => ({ texts: { [name]: text } })
const chosen = (name: string, value: FormDraft['values'][string]) => ({ values: { [name]: value } })
const fields = (name: string, value: unknown) => ({ fields: { [name]: value } })
const unfit = (field: string, words: string) => ({ unfit: { field, words } })

const loss = money('loss', '损失多少')
const heads = count('heads', '几个人', '人', 500)

describe('what somebody typed', () => {
  test.each([
    ['yuan are sent as fen', loss, '120.5', fields('loss', 12_050)],
    ['yuan with a comma and a space are still yuan', loss, ' 1,200 ', fields('loss', 120_000)],
    ['wide digits of a Chinese keyboard are digits', heads, '１２', fields('heads', 12)],
    [
      'words instead of yuan are named',
      loss,
      '两百',
      unfit('loss', '损失多少要填钱数，如 120 或 120.50'),
    ],
    [
      'a third decimal is no money',
      loss,
      '1.234',
      unfit('loss', '损失多少要填钱数，如 120 或 120.50'),
    ],
    ['half a person is named', heads, '1.5', unfit('heads', '几个人要填整数，请改一下')],
    ['too many people are named', heads, '501', unfit('heads', '几个人太大了，最多 500人')],
    ['fewer than nobody is named', heads, '-1', unfit('heads', '几个人太小了，至少 0人')],
    ['nothing is named', heads, ' ', unfit('heads', '请填写几个人')],
    [
      'a telephone number has digits',
      phone('tel', '电话'),
      '李师傅',
      unfit('tel', '电话只能是数字，请改一下'),
    ],
    [
      'a name is one line of sixty',
      line('who', '姓名'),
      '长'.repeat(61),
      unfit('who', '姓名太长了，最多 60 个字'),
    ],
  ])('%s', (_, field, text, outcome) => {
    expect(read(field, typed(field.name, text))).toEqual(outcome)
  })

  test('what may be left out is left out, and not sent as nothing', () => {
    expect(read(optional(loss), typed('loss', ''))).toEqual({ fields: {} })
  })
})

const agreed = consent('agreed', '知情同意', '我同意')
const wish = choice('wish', '想怎么办', { talk: '先谈谈', court: '打官司' })

describe('what somebody chose', () => {
  test.each([
    ['no is an answer', yesNo('solved', '解决了吗'), false, fields('solved', false)],
    ['a choice of the form', wish, 'talk', fields('wish', 'talk')],
    ['a choice the form no longer has', wish, 'gone', unfit('wish', '想怎么办填得不对，请重新填')],
    ['a consent is given by a tick', agreed, true, fields('agreed', true)],
    ['a day', day('on', '哪天'), '2026-11-24', fields('on', '2026-11-24')],
    [
      'a day nobody plans for',
      day('on', '哪天'),
      '2036-11-24',
      unfit('on', '哪天太远了，请选近一点的日子'),
    ],
    [
      'an hour of the day before yesterday',
      moment('at', '几点'),
      '2026-11-21T09:00:00+08:00',
      unfit('at', '几点已经过去了，请重新选'),
    ],
    [
      'a place with its metres',
      place('here', '到场'),
      '112.4,24.7,12',
      fields('here', '112.4,24.7,12'),
    ],
    ['an area', area('ring', '问哪里'), '441882118', fields('ring', '441882118')],
    ['people', people('team', '小组'), ['a', 'b'], fields('team', ['a', 'b'])],
    ['nobody', people('team', '小组'), [], unfit('team', '请选择：小组')],
    [
      'a department',
      owners('请谁'),
      [{ kind: 'department', departmentCode: 'water' }],
      fields('owners', [{ kind: 'department', departmentCode: 'water' }]),
    ],
  ] as const)('%s', (_, field, value, outcome) => {
    expect(read(field, chosen(field.name, value))).toEqual(outcome)
  })

  test('without a consent nothing goes, and the box is named', () => {
    expect(read(agreed, {})).toEqual(unfit('agreed', '请先勾选：知情同意'))
  })

  test('empty lines of a checklist are not sent, the others without their spaces', () => {
    const sections = rows('sections', '巡查哪几段')
    const draft = chosen('sections', [{ title: ' 一段 ', due: '2026-11-24' }, { title: ' ' }])
    expect(read(sections, draft)).toEqual(
      fields('sections', [{ title: '一段', due: '2026-11-24' }]),
    )
    expect(read(sections, chosen('sections', [{ title: '' }]))).toEqual(
      unfit('sections', '请至少写一行：巡查哪几段'),
    )
  })

  test('a row that left the checklist meanwhile is named', () => {
    const papers = row('哪一份', 'papers')
    const lists = { papers: [{ key: 'k1', title: '户口簿' }] }
    expect(read(papers, chosen('row', 'k1'), lists)).toEqual(fields('row', 'k1'))
    expect(read(papers, chosen('row', 'k2'), lists)).toEqual(
      unfit('row', '哪一份已经变了，请重新选'),
    )
  })
})

describe('what somebody photographed', () => {
  const taken = (fileId: string, field?: string) => ({
    fileId,
    takenAt: 0,
    ...(field ? { field } : {}),
  })

  test('each photo goes with the field it was taken for', () => {
    const draft = {
      ...emptyForm,
      photos: [taken('a'), taken('b', 'photos'), taken('c', 'signature')],
    }
    const form = [photos('办好后', true), signature('签字')]
    expect(readForm(form, draft, { now })).toEqual({ fields: { photos: ['b'], signature: 'c' } })
  })

  test('a signature is asked for as a photo of the paper', () => {
    expect(read(signature('签字'), {})).toEqual(unfit('signature', '请拍下签好字的纸：签字'))
  })
})

test('what was filled in for another kind is kept in the draft and not sent', () => {
  expect(read(wish, { ...typed('loss', '9'), ...chosen('wish', 'talk') })).toEqual(
    fields('wish', 'talk'),
  )
})
