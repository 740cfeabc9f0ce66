import pino from 'pino'
import { openApp } from '@cloud/app'
import { readSettings } from '@cloud/settings'

const secret = 's'.repeat(32)

test('a link secret that could be guessed is refused at start', () => {
  expect(() => readSettings({ LIANXIN_LINK_SECRET: 's'.repeat(31) })).toThrow('至少要 32 个字符')
  expect(readSettings({ LIANXIN_LINK_SECRET: secret }).linkSecret).toBe(secret)
})

test('processes on one PostgreSQL are told to share a link secret before they start', async () => {
  const env = { NODE_ENV: 'production', DATABASE_URL: 'postgres://127.0.0.1:1/none' }
  const log = pino({ level: 'silent' })
  await expect(openApp(readSettings(env), { log })).rejects.toThrow('须设 LIANXIN_LINK_SECRET')
})

test('the networks of township hubs are read as a list, and a wrong one is named', () => {
  const read = (text: string) => readSettings({ LIANXIN_HUB_NETWORKS: text }).hubNetworks
  expect(read('10.20.0.0/16, fd12::/32')).toEqual([
    { address: '10.20.0.0', prefix: 16, family: 'ipv4' },
    { address: 'fd12::', prefix: 32, family: 'ipv6' },
  ])
  expect(read('')).toEqual([])
  for (const wrong of ['10.20.0.0', '10.20.0.0/33', 'hub.example/8', 'fd12::/129', '10.20/16'])
    expect(() => read(`10.0.0.0/8,${wrong}`)).toThrow(`现在有“${wrong}”`)
})

test('a proxy is trusted by its address, never just so', () => {
  const read = (text: string) => readSettings({ LIANXIN_TRUST_PROXY: text }).trustProxy
  expect(read('')).toBe(false)
  expect(read('10.0.0.5, 192.168.0.0/16')).toBe('10.0.0.5,192.168.0.0/16')
  for (const wrong of ['true', '1', 'proxy.example', '10.0.0.0/99'])
    expect(() => read(wrong)).toThrow(`现在有“${wrong}”`)
})

test('limits per person are lifted only where somebody measures', () => {
  expect(readSettings({}).quotas).toBe(true)
  expect(readSettings({ LIANXIN_REQUESTS_PER_MINUTE: '999999' }).quotas).toBe(true)
  expect(readSettings({ LIANXIN_REQUESTS_PER_MINUTE: '1000000' }).quotas).toBe(false)
})
