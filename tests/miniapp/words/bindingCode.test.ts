import {
  findBindingCode,
  halvesOf,
  hasLookalike,
  readBindingCode,
} from '@miniapp/words/bindingCode'

test('a code is read however people type it', () => {
  for (const typed of ['K7WM3QXD', 'k7wm 3qxd', 'K7WM-3QXD', ' k7wm－3qxd ', 'Ｋ７ＷＭ３ＱＸＤ']) {
    expect(readBindingCode(typed)).toBe('K7WM3QXD')
  }
})

test('a scanned paper gives the code that stands on it, or nothing', () => {
  expect(findBindingCode('k7wm-3qxd')).toBe('K7WM3QXD')
  expect(findBindingCode('https://lianxin.example/bind?code=K7WM3QXD')).toBe('K7WM3QXD')
  expect(findBindingCode('6901234567892')).toBeUndefined()
  expect(findBindingCode('https://example.com/')).toBeUndefined()
})

test('it is shown four and four, and doubtful characters are noticed', () => {
  expect(halvesOf('K7WM3Q')).toEqual(['K7WM', '3Q'])
  expect(hasLookalike('K7WM3QX0')).toBe(true)
  expect(hasLookalike('K7WM3QXL')).toBe(false)
})
