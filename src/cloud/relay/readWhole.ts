import type { IncomingMessage } from 'node:http'

/** What the other side sends, as text; `undefined` when it is more than anybody means. Rejects when it breaks off. */
export async function readWhole(
  message: IncomingMessage,
  bytesMax: number,
): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > bytesMax) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
