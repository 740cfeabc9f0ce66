import { findAllowedAddresses, isAllowedAddress } from '@cloud/relay/allowedAddresses'

const publicAddresses = [
  '1.1.1.1',
  '223.5.5.5',
  '100.63.255.255',
  '172.32.0.1',
  '2400:3200::1',
  '2606:4700::1111',
]
const privateAddresses = [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
]
const forbiddenAddresses = [
  '0.0.0.0',
  '100.100.100.200',
  '169.254.169.254',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
  'ff02::1',
  '::ffff:169.254.169.254',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:1::',
  '2001:db8::1',
  'not-an-address',
]

test.each(publicAddresses)('a hub on the internet at %s can be reached', (address) => {
  expect(isAllowedAddress(address, { allowPrivate: false })).toBe(true)
})

test.each(privateAddresses)(
  'the private address %s is reached only by a county that allows it',
  (address) => {
    expect(isAllowedAddress(address, { allowPrivate: false })).toBe(false)
    expect(isAllowedAddress(address, { allowPrivate: true })).toBe(true)
  },
)

test.each(forbiddenAddresses)('nothing is ever sent to %s', (address) => {
  expect(isAllowedAddress(address, { allowPrivate: false })).toBe(false)
  expect(isAllowedAddress(address, { allowPrivate: true })).toBe(false)
})

const intranet = {
  allowPrivate: false,
  hubNetworks: [network('10.20.0.0', 16), network('fd12::', 32)],
}

function network(address: string, prefix: number) {
  return { address, prefix, family: address.includes(':') ? 'ipv6' : 'ipv4' } as const
}

test('a township hub on the government intranet is reached once its network is named', () => {
  for (const address of ['10.20.3.4', 'fd12::7', '::ffff:10.20.3.4'])
    expect(isAllowedAddress(address, intranet)).toBe(true)
  for (const address of ['10.21.0.1', '192.168.1.1', 'fd13::7'])
    expect(isAllowedAddress(address, intranet)).toBe(false)
})

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', ...forbiddenAddresses])(
  'not even a county that names every network as its hubs lets %s be called',
  (address) => {
    const hubNetworks = [network('0.0.0.0', 0), network('::', 0)]
    expect(isAllowedAddress(address, { allowPrivate: false, hubNetworks })).toBe(false)
  },
)

const disguises = [
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://127.0.0.1./',
  'http://１２７.０.０.１/',
]

test.each(disguises)('this machine is recognised in the disguise %s', async (url) => {
  expect(await findAllowedAddresses(url, { allowPrivate: false })).toEqual({
    refused: 'forbidden-network',
  })
})

test.each([
  'ftp://hub.example/',
  'file:///etc/passwd',
  'unix:/run/docker.sock',
  'javascript:1',
  '',
])('an address like %s is not a web address', async (url) => {
  expect(await findAllowedAddresses(url, { allowPrivate: true })).toEqual({ refused: 'not-http' })
})

test('a password inside an address is refused, since it would be shown in the console', async () => {
  const url = 'https://user:secret@hub.example/'
  expect(await findAllowedAddresses(url, { allowPrivate: true })).toEqual({
    refused: 'has-credentials',
  })
})

const resolvesTo =
  (...addresses: string[]) =>
  () =>
    Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

test('one private address among the public ones spoils a name', async () => {
  const resolve = resolvesTo('1.1.1.1', '10.0.0.5')
  const answer = await findAllowedAddresses('https://hub.example/', {
    allowPrivate: false,
    resolve,
  })
  expect(answer).toEqual({ refused: 'forbidden-network' })
})

test('the connection is bound to the addresses that were checked', async () => {
  const resolve = resolvesTo('1.1.1.1', '2400:3200::1')
  const answer = await findAllowedAddresses('https://hub.example/', {
    allowPrivate: false,
    resolve,
  })
  expect(answer).toEqual({
    allowed: [
      { address: '1.1.1.1', family: 4 },
      { address: '2400:3200::1', family: 6 },
    ],
  })
})

test('a name nobody knows is not an address', async () => {
  const resolve = () => Promise.reject(new Error('ENOTFOUND'))
  const answer = await findAllowedAddresses('https://hub.example/', { allowPrivate: true, resolve })
  expect(answer).toEqual({ refused: 'unknown-host' })
})
