import type { FastifyReply } from 'fastify'
import type { Refusal } from '@domain/shared/refusal'
import type { Problem, ProblemCode } from '@contract/problems'
import { problemAnswer } from '../dispatch'

/** Where nobody knows better; whoever sent too many is told by the limiter when its minute ends. */
const RETRY_AFTER_SECONDS = 5

export function sendProblem(reply: FastifyReply, refusal: Refusal<ProblemCode>): FastifyReply {
  return sendProblemBody(reply, problemAnswer(refusal).body)
}

/** For whoever has the wire form already, as `dispatch` answers it. */
export function sendProblemBody(reply: FastifyReply, body: Problem): FastifyReply {
  if (body.retry === 'later' && !reply.hasHeader('retry-after'))
    void reply.header('retry-after', retryAfterSeconds(body.details))
  return reply
    .status(body.status)
    .type('application/problem+json; charset=utf-8')
    .send({ ...body, instance: reply.request.id })
}

function retryAfterSeconds(details: Problem['details']): number {
  const known = details?.retryAfterSeconds
  return typeof known === 'number' ? known : RETRY_AFTER_SECONDS
}
