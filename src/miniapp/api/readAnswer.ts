import type { Problem } from '@contract/problems'
import type { HttpAnswer } from '../platform/ports'
import type { Answer } from './answer'

const HTTP_OK = 200
const HTTP_UNAUTHORISED = 401

/**
 * WeChat calls every status a success, and a township's proxy answers with pages of its own: whatever is neither our
 * answer nor our problem says nothing about the request.
 */
export function readAnswer<T>({ status, body }: HttpAnswer): Answer<T> {
  if (status === HTTP_OK)
    return isRecord(body) ? { kind: 'done', value: body as T } : { kind: 'unknown' }
  if (!isProblem(body)) return { kind: 'unknown' }
  if (status === HTTP_UNAUTHORISED && endsSession(body)) return { kind: 'signed-out' }
  return { kind: 'refused', problem: body }
}

function endsSession({ code }: Problem): boolean {
  return code === 'access.not-signed-in' || code === 'access.session-ended'
}

function isProblem(body: unknown): body is Problem {
  return isRecord(body) && typeof body.code === 'string' && typeof body.retry === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
