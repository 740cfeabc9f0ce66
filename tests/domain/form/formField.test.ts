import { isOwner, numberOf, ownersOf, rowsOf, textOf, textsOf } from '@domain/form/formField'

const police = { kind: 'department', departmentCode: 'police' } as const
const row = { title: '身份证' }
const mixed = ['f1', row, police] as never

test('a form that says nothing gives nothing, and never something of another type', () => {
  for (const fields of [undefined, {}, { asked: '' }, { asked: true }]) {
    expect(textOf(fields, 'asked')).toBeUndefined()
    expect(numberOf(fields, 'asked')).toBeUndefined()
    expect(textsOf(fields, 'asked')).toEqual([])
    expect(rowsOf(fields, 'asked')).toEqual([])
    expect(ownersOf(fields, 'asked')).toEqual([])
  }
  expect(textOf({ asked: 3 }, 'asked')).toBeUndefined()
  expect(numberOf({ asked: '3' }, 'asked')).toBeUndefined()
})

test('one is read as a list of one, and of a list only what belongs there', () => {
  expect(textOf({ asked: '说明' }, 'asked')).toBe('说明')
  expect(numberOf({ asked: 3 }, 'asked')).toBe(3)
  expect(textsOf({ asked: 'f1' }, 'asked')).toEqual(['f1'])
  expect(textsOf({ asked: mixed }, 'asked')).toEqual(['f1'])
  expect(rowsOf({ asked: mixed }, 'asked')).toEqual([row])
  expect(rowsOf({ asked: [null, 'f1'] as never }, 'asked')).toEqual([])
  expect(ownersOf({ asked: police }, 'asked')).toEqual([police])
  expect(ownersOf({ asked: mixed }, 'asked')).toEqual([police])
  expect(isOwner(null)).toBe(false)
})
