import { createHash } from 'node:crypto'
import type { Answer } from '@miniapp/api/answer'
import type { Heading } from '@miniapp/platform/ports'
import { problem } from '@contract/problems'

type Received = { bytes: number; sha256: string; contents: Buffer }

/** A server as the queue sees it: idempotent by command id, appending chunks, and noting every broken promise. */
export function createFakeTownship() {
  const commands = new Map<string, string>()
  const matters = new Map<string, string[]>()
  const files = new Map<string, Received>()
  const broken: string[] = []

  function callNamed(operation: string, body: unknown): Answer {
    const { commandId, matterId } = body as { commandId: string; matterId: string }
    const text = JSON.stringify({ operation, body })
    const before = commands.get(commandId)
    if (before !== undefined && before !== text) broken.push(`${commandId} came with another body`)
    if (before === undefined) {
      if (operation === 'actOnMatter' && !matters.has(matterId))
        broken.push(`${matterId} was acted on before it was reported`)
      commands.set(commandId, text)
      matters.set(matterId, [...(matters.get(matterId) ?? []), commandId])
    }
    const place = { code: '441882103', name: '西江镇' }
    return {
      kind: 'done',
      value: {
        matter: {
          number: 'E1',
          sentence: '已送到镇里',
          statusTitle: '已上报',
          area: place,
          township: place,
        },
      },
    }
  }

  function sendChunk({ fileId, offset, bytes, sha256 }: Heading, chunk: ArrayBuffer): Answer {
    const namedBySomebody = [...commands.values()].some((text) => text.includes(fileId))
    if (!namedBySomebody) broken.push(`${fileId} came before its matter`)
    const file = files.get(fileId) ?? { bytes, sha256, contents: Buffer.alloc(0) }
    files.set(fileId, file)
    if (offset > file.contents.length)
      return {
        kind: 'refused',
        problem: problem('file.wrong-offset', { receivedBytes: file.contents.length }),
      }
    file.contents = Buffer.concat([file.contents.subarray(0, offset), Buffer.from(chunk)]).subarray(
      0,
      bytes,
    )
    if (file.contents.length < bytes) return progress(fileId, file, 'receiving')
    if (createHash('sha256').update(file.contents).digest('hex') === sha256)
      return progress(fileId, file, 'received')
    file.contents = Buffer.alloc(0)
    return { kind: 'refused', problem: problem('file.hash-mismatch') }
  }

  return { callNamed, sendChunk, commands, matters, files, broken }
}

function progress(fileId: string, { contents }: Received, state: string): Answer {
  return { kind: 'done', value: { fileId, receivedBytes: contents.length, state } }
}

export type FakeTownship = ReturnType<typeof createFakeTownship>
