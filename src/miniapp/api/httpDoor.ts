import { photoRules } from '@domain/photo/photoRules'
import type { Door, Heading, Http, HttpRequest, Pass } from '../platform/ports'

/** The backend as a server: an operation is a path, and a piece of a photo its plain bytes. */
export function httpDoor(base: string, http: Http): Door {
  const post = (path: string, type: string, body: HttpRequest['body'], pass: Pass) =>
    http({
      address: `${base}/api/v1/${path}`,
      headers: headersOf(type, pass),
      body,
      timeoutMs: pass.timeoutMs,
    })
  return {
    call: (name, input, pass) => post(name, 'application/json', JSON.stringify(input), pass),
    sendChunk: (heading, chunk, pass) =>
      post(chunkPath(heading), 'application/octet-stream', chunk, pass),
    chunkBytes: photoRules.chunkBytes,
  }
}

function headersOf(type: string, { token }: Pass): HttpRequest['headers'] {
  return { 'Content-Type': type, ...(token ? { Authorization: `Bearer ${token}` } : {}) }
}

function chunkPath({ fileId, offset, bytes, sha256 }: Heading): string {
  return `files/${fileId}/chunks?offset=${offset}&bytes=${bytes}&sha256=${sha256}`
}
