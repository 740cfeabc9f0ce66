import type { FastifyInstance } from 'fastify'
import { refuse } from '@domain/shared/refusal'
import { operations } from '@contract/operations'
import type { Problem } from '@contract/problems'
import type { App } from '../../app'
import { dispatch, problemAnswer } from '../dispatch'
import { faultRefusal } from '../faultRefusal'
import { callerOf } from './callerOf'
import { sendProblem, sendProblemBody } from './sendProblem'

/** JSON of one command: a report of 20,000 characters and a hundred photo ids fits several times over. */
const BODY_BYTES_MAX = 512 * 1024

/** Requests answered at once; beyond that people are told to come again rather than all waiting longer. */
const UNDER_WAY_MAX = 1000

export function apiRoutes(server: FastifyInstance, app: App): void {
  const { context, metrics } = app
  let underWay = 0
  server.post<{ Params: { name: string } }>(
    '/api/v1/:name',
    { bodyLimit: BODY_BYTES_MAX },
    async (request, reply) => {
      if (underWay >= UNDER_WAY_MAX) return sendProblem(reply, refuse('server.busy'))
      const operation = Object.hasOwn(operations, request.params.name)
        ? request.params.name
        : 'unknown'
      const stopClock = metrics.seconds.startTimer({ operation })
      underWay++
      try {
        const { status, body } = await dispatch(
          context,
          request.params.name,
          request.body,
          callerOf(request),
        )
        metrics.requests.inc({ operation, status })
        if (status === 200) return await reply.send(body)
        return await sendProblemBody(reply, body as Problem)
      } catch (error) {
        metrics.requests.inc({ operation, status: problemAnswer(faultRefusal(error)).status })
        throw error
      } finally {
        underWay--
        stopClock()
      }
    },
  )
}
