import { readSettings } from '@cloud/settings'

const url = 'https://issuer.example/check'
const key = 'k'.repeat(16)

test('without the two variables nobody is asked', () => {
  expect(readSettings({}).certificates).toBeNull()
})

test('an address without a key, or with one that is guessed, is refused at start', () => {
  for (const env of [
    { LIANXIN_CERTIFICATE_URL: url },
    { LIANXIN_CERTIFICATE_KEY: key },
    { LIANXIN_CERTIFICATE_URL: url, LIANXIN_CERTIFICATE_KEY: 'k'.repeat(15) },
  ])
    expect(() => readSettings(env)).toThrow('要一起设')
  const both = { LIANXIN_CERTIFICATE_URL: url, LIANXIN_CERTIFICATE_KEY: key }
  expect(readSettings(both).certificates).toEqual({ url, key })
})
