import { lookup } from 'node:dns/promises'
import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Network, Settings } from '../settings'

/** Whoever registers an address makes this server call it. It must not become a way into the rooms behind it. */
export type AddressPolicy = {
  /** A demo calls hubs on its own machine; a county's server calls no private address that is not named. */
  readonly allowPrivate: boolean
  /** Township hubs on a government intranet. Opens private networks only, whatever else lies in them. */
  readonly hubNetworks?: readonly Network[]
  readonly resolve?: Resolve
}

/** What this county's server may call. */
export function addressPolicyOf({ demo, hubNetworks }: Settings): AddressPolicy {
  return { allowPrivate: demo, hubNetworks }
}

export type ResolvedAddress = { readonly address: string; readonly family: number }
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>

export type AddressAnswer =
  { readonly allowed: readonly ResolvedAddress[] } | { readonly refused: AddressRefusal }

export type AddressRefusal = 'not-http' | 'has-credentials' | 'unknown-host' | 'forbidden-network'

/**
 * The addresses a connection may be made to. Asked when an endpoint is registered and again at each attempt, and the
 * connection goes to exactly these: a name that answers differently a moment later (DNS rebinding) gains nothing.
 */
export async function findAllowedAddresses(
  url: string,
  policy: AddressPolicy,
): Promise<AddressAnswer> {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return { refused: 'not-http' }
  if (parsed.username !== '' || parsed.password !== '') return { refused: 'has-credentials' }
  const addresses = await resolveHost(parsed.hostname, policy.resolve ?? resolveAll)
  if (addresses.length === 0) return { refused: 'unknown-host' }
  // One forbidden address spoils the name: which of them is dialled is not for its owner to choose.
  const allowed = addresses.every(({ address }) => isAllowedAddress(address, policy))
  return allowed ? { allowed: addresses } : { refused: 'forbidden-network' }
}

export function isAllowedAddress(
  address: string,
  { allowPrivate, hubNetworks = [] }: Omit<AddressPolicy, 'resolve'>,
): boolean {
  if (isIP(address) === 0) return false
  const family = isIPv6(address) ? 'ipv6' : 'ipv4'
  if (ownMachine.check(address, family)) return allowPrivate
  if (privateNetworks.check(address, family))
    return allowPrivate || blockListOf(hubNetworks).check(address, family)
  if (family === 'ipv6' && !globalIpv6.check(address, family)) return false
  return !forbiddenNetworks.check(address, family)
}

async function resolveHost(
  hostname: string,
  resolve: Resolve,
): Promise<readonly ResolvedAddress[]> {
  // The URL parser has already turned 0x7f.1, 2130706433 and 127.1 into 127.0.0.1.
  const literal = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(literal)
  if (family !== 0) return [{ address: literal, family }]
  try {
    return await resolve(hostname)
  } catch {
    // Unknown, or the name server is down: either way there is nowhere to send to now.
    return []
  }
}

async function resolveAll(hostname: string): Promise<readonly ResolvedAddress[]> {
  return lookup(hostname, { all: true, verbatim: true })
}

function blockListOf(hubNetworks: readonly Network[]): BlockList {
  const list = new BlockList()
  for (const { address, prefix, family } of hubNetworks) list.addSubnet(address, prefix, family)
  return list
}

type Subnet = readonly [address: string, prefix: number]

function networks(ipv4: readonly Subnet[], ipv6: readonly Subnet[]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of ipv4) list.addSubnet(network, prefix, 'ipv4')
  for (const [network, prefix] of ipv6) list.addSubnet(network, prefix, 'ipv6')
  return list
}

const ownMachine = networks([['127.0.0.0', 8]], [['::1', 128]])

/** The networks of RFC 1918 and RFC 4193. */
const privateNetworks = networks(
  [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ],
  [['fc00::', 7]],
)

/** All of IPv6 that is routed lies in here; mapped, translated and link-local addresses do not. */
const globalIpv6 = networks([], [['2000::', 3]])

/**
 * Never, whatever is allowed: link-local and shared space hold the metadata services of the clouds (169.254.169.254,
 * 100.100.100.200), the rest is nobody's host (IANA special-purpose registries) or hides an IPv4 address.
 */
const forbiddenNetworks = networks(
  [
    ['0.0.0.0', 8],
    ['100.64.0.0', 10],
    ['169.254.0.0', 16],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
  [
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
  ],
)
