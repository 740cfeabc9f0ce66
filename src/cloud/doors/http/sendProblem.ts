import type { FastifyReply } from 'fastify'
import type { Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import { problemAnswer } from '../dispatch'

/** Where nobody knows better; whoever sent too many is told by the limiter when its minute ends. */
const RETRY_AFTER_SECONDS = 5

export function sendProblem(reply: FastifyReply, refusal: Refusal<ProblemCode>): FastifyReply {
  const { status, body } = problemAnswer(refusal)
  if (body.retry === 'later' && !reply.hasHeader('retry-after'))
    void reply.header('retry-after', RETRY_AFTER_SECONDS)
  return reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .send({ ...body, instance: reply.request.id })
}
