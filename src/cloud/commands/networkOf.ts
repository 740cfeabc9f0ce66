import { isIPv6 } from 'node:net'

const GROUPS = 8
/** What a provider hands to one household or office; within it anybody may take as many addresses as they like. */
const NETWORK_GROUPS = 4

/** Where attempts are counted: an IPv4 address as it is, of an IPv6 address the /64 it lies in. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const front = groupsOf(head)
  const back = groupsOf(tail ?? '')
  const gap = Array.from({ length: GROUPS - front.length - back.length }, () => '0')
  const network = [...front, ...gap, ...back].slice(0, NETWORK_GROUPS)
  return `${network.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
