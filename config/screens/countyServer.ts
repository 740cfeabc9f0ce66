import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { UUID_RANDOM_BYTES, uuidV7 } from '@domain/shared/ids'
import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { OperationName, Operations } from '@contract/operations'
import { startServer } from '../bench/server'

/** The built server with a county of its own, asked as a phone or a console asks it. */
export type CountyServer = {
  readonly url: string
  ask<Name extends OperationName>(
    name: Name,
    body: RequestInputOf<Operations[Name]>,
    token?: string,
  ): Promise<ResponseOf<Operations[Name]>>
  sendPhoto(photo: Buffer, fileId: string, token: string): Promise<void>
  close(): Promise<void>
}

export async function openCountyServer(): Promise<CountyServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lianxin-screens-'))
  const server = await startServer(await findFreePort(), { LIANXIN_DATA: dataDir })
  const { base: url } = server
  return {
    url,
    ask: (name, body, token) =>
      post(`${url}/api/v1/${name}`, JSON.stringify(body), 'application/json', token) as never,
    async sendPhoto(photo, fileId, token) {
      const query = `offset=0&bytes=${photo.length}&sha256=${await sha256Hex(photo)}`
      const address = `${url}/api/v1/files/${fileId}/chunks?${query}`
      await post(address, new Uint8Array(photo), 'application/octet-stream', token)
    },
    async close() {
      await server.kill('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export function newId(): string {
  return uuidV7(Date.now(), randomBytes(UUID_RANDOM_BYTES))
}

async function post(
  address: string,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  token?: string,
): Promise<unknown> {
  const authorization = token ? { authorization: `Bearer ${token}` } : {}
  const headers = { 'content-type': type, ...authorization }
  const response = await fetch(address, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`)
  return response.json()
}

async function sha256Hex(bytes: Buffer): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Buffer.from(hash).toString('hex')
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
