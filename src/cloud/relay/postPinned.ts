import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { ResolvedAddress } from './allowedAddresses'

export type Post = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** Redirects are not followed: the address behind one has been checked by nobody. */
export function postPinned(
  message: Post,
  addresses: readonly ResolvedAddress[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(message.url)
  const body = typeof message.body === 'string' ? Buffer.from(message.body) : message.body
  const headers = { ...message.headers, 'content-length': body.length }
  // A connection of its own: a kept one may be closed by the other side just as the next message is written to it.
  const options = {
    method: 'POST',
    headers,
    signal,
    agent: false as const,
    lookup: pinned(addresses),
  }
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    send(url, options).on('response', resolve).on('error', reject).end(body)
  })
}

/** The connection goes to the addresses that were checked; asking the name server again could give others. */
function pinned(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses
    if (!first) return callback(new Error('No address to connect to'), '', 0)
    if (options.all) return callback(null, [...addresses])
    callback(null, first.address, first.family)
  }
}
