import type { FastifyRequest } from 'fastify'
import type { Caller } from '../../handler'

/** Only the bearer token counts here: anybody can write an `x-wx-openid` header. */
export function callerOf(request: FastifyRequest): Caller {
  const match = /^Bearer ([\w-]{1,200}(?:[+/=\w-]*)?)$/i.exec(request.headers.authorization ?? '')
  return { address: request.ip, ...(match?.[1] ? { token: match[1] } : {}) }
}
