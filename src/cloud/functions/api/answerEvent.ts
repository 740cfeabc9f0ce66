import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { Problem, ProblemCode } from '@contract/problems'
import type { App } from '../../app'
import { problemAnswer, type Answer } from '../../doors/dispatch'
import { photoCacheControl, type PhotoLink } from '../../files/photoLinks'
import { servePhoto } from '../../files/servePhoto'
import type { Caller } from '../../handler'
import {
  isHttpEvent,
  readHttpEvent,
  readPhotoLink,
  writeHttpAnswer,
  writePhoto,
} from './httpAccess'
import type { Asked, HttpAnswer, HttpEvent } from './httpAccess'

/** The gateways in front of a function pass on about a megabyte; the rest of it is theirs. */
const ANSWER_BYTES_MAX = 900 * 1024

export type OpenedApp = Pick<App, 'dispatch' | 'context'>

/** What the platform says of a call, as against what the event says of itself. */
export type Invocation = {
  readonly openid: string | undefined
  readonly requestId: string | undefined
}

/**
 * An event is whatever a client sent: `wx.cloud.callFunction` hands over its `data`, HTTP access wraps a request. The
 * person's openid therefore never comes from the event, and a wrapped request has none, whoever wrapped it.
 */
export function answerEvent(
  app: OpenedApp,
  event: unknown,
  { openid, requestId }: Invocation,
): Promise<Answer | HttpAnswer> {
  return isHttpEvent(event)
    ? answerHttp(app, event, requestId)
    : answerTo(app, readCall(event, openid), requestId)
}

async function answerHttp(
  app: OpenedApp,
  event: HttpEvent,
  requestId: string | undefined,
): Promise<HttpAnswer> {
  const link = readPhotoLink(event)
  if (link) return answerPhoto(app, link)
  return writeHttpAnswer(await answerTo(app, readHttpEvent(event), requestId))
}

async function answerPhoto(app: OpenedApp, link: PhotoLink): Promise<HttpAnswer> {
  const photo = await servePhoto(app.context, link)
  if (isRefusal(photo)) return writeHttpAnswer(problemAnswer(photo))
  return writePhoto(photo, photoCacheControl(link, app.context.now()))
}

function readCall(event: unknown, openid: string | undefined): Asked | Refusal<ProblemCode> {
  const { name, body, token } = (event ?? {}) as Record<string, unknown>
  if (typeof name !== 'string') return refuse('request.malformed-json')
  const caller: Caller = {
    ...(typeof token === 'string' ? { token } : {}),
    ...(openid === undefined ? {} : { wechatOpenid: openid }),
  }
  return { name, body, caller }
}

async function answerTo(
  app: OpenedApp,
  asked: Asked | Refusal<ProblemCode>,
  instance: string | undefined,
): Promise<Answer> {
  const answer = isRefusal(asked)
    ? problemAnswer(asked)
    : fitting(await app.dispatch(asked.name, asked.body, asked.caller))
  return answer.status < 400
    ? answer
    : { status: answer.status, body: { ...(answer.body as Problem), instance } }
}

function fitting(answer: Answer): Answer {
  const answerBytes = Buffer.byteLength(JSON.stringify(answer.body) ?? '')
  if (answerBytes <= ANSWER_BYTES_MAX) return answer
  return problemAnswer(
    refuse('request.too-large', { answerBytes, answerBytesMax: ANSWER_BYTES_MAX }),
  )
}
