import type { Actor } from '@domain/access/actor'
import type { Refusal } from '@domain/shared/refusal'
import type { OperationName, Operations } from '@contract/operations'
import type { RequestOf, ResponseOf } from '@contract/operation'
import type { ProblemCode } from '@contract/problems'
import type { Context } from './context'

/** Who asks. Identity is passed in by the door: a session's actor, nobody (open operations), or a hub's endpoint. */
export type Caller = {
  readonly actor?: Actor
  readonly token?: string
  /** Set by the cloud function from the WeChat context; never read from a header. */
  readonly wechatOpenid?: string
  /** Where the request comes from, as far as the door knows; only to slow down whoever guesses. */
  readonly address?: string
}

/** A command or query that anybody may call. */
export type OpenHandler<Name extends OperationName> = (
  context: Context,
  caller: Caller,
  request: RequestOf<Operations[Name]>,
) => Promise<ResponseOf<Operations[Name]> | Refusal<ProblemCode>>

/**
 * A command or query of a signed-in person. Its first line asks for the permission. Few look at the caller: only those
 * that change the very session they are asked through, or count attempts by address.
 */
export type Handler<Name extends OperationName> = (
  context: Context,
  actor: Actor,
  request: RequestOf<Operations[Name]>,
  caller?: Caller,
) => Promise<ResponseOf<Operations[Name]> | Refusal<ProblemCode>>
