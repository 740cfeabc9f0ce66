import { findPasswordFault } from '@domain/access/passwordRule'

test('a long password needs no special characters, and a short one is refused', () => {
  expect(findPasswordFault('xiaochen', '石灰岩下的小河')).toBe('too-short')
  expect(findPasswordFault('xiaochen', 'abcdefghi')).toBe('too-short')
  expect(findPasswordFault('xiaochen', 'kadefgwhij')).toBeUndefined()
  expect(findPasswordFault('xiaochen', '石灰岩下的小河流过村口')).toBeUndefined()
})

test('one character again and again is no password, however it is typed', () => {
  expect(findPasswordFault('xiaochen', 'aaaaaaaaaaaa')).toBe('all-the-same')
  expect(findPasswordFault('xiaochen', 'aａaａaａaａaａaａ')).toBe('all-the-same')
})

test('nobody signs in with the name that everybody knows', () => {
  expect(findPasswordFault('XiaoChen-Hub', ' xiaochen-HUB ')).toBe('is-the-account')
  expect(findPasswordFault('xiaochen-hub', 'xiaochen-hub1')).toBeUndefined()
})

test('what everybody tries first is refused, however it is dressed up', () => {
  for (const common of [
    '1234567890',
    'Password2026!',
    'qwertyuiop',
    'abcabcabcabc',
    '19900000000',
    '1qaz2wsx3edc',
    '!!lianxin-2026',
  ])
    expect([common, findPasswordFault('xiaochen', common)]).toEqual([common, 'common'])
  expect(findPasswordFault('xiaochen', 'lianxin has a river')).toBeUndefined()
})
