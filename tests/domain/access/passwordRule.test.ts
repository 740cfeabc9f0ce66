import { findPasswordFault } from '@domain/access/passwordRule'

test('a long password needs no special characters, and a short one is refused', () => {
  expect(findPasswordFault('xiaochen', '石灰岩下的小河')).toBe('too-short')
  expect(findPasswordFault('xiaochen', 'abcdefghi')).toBe('too-short')
  expect(findPasswordFault('xiaochen', 'abcdefghij')).toBeUndefined()
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
