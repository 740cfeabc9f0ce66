import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { receiveChunk } from './receiveChunk'

/** A chunk in JSON, for doors that carry nothing else; over HTTP the bytes come as they are. */
export const uploadChunk: Handler<'uploadChunk'> = async (context, actor, { data, ...heading }) => {
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length === 0)
    return refuse('request.invalid', { issues: [{ path: 'data', message: '应该是 base64' }] })
  return receiveChunk(context, actor, heading, bytes)
}
