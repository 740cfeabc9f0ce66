import * as v from 'valibot'
import type { Actor } from '@domain/access/actor'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { Operation } from '@contract/operation'
import { operations, type OperationName } from '@contract/operations'
import { problem, type Problem, type ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import type { Caller } from '../handler'
import { handlers, openHandlers } from './handlers'
import { drawIssue } from './issueWords'

export type Answer = { readonly status: number; readonly body: unknown }

/** Issues of a body that fits no schema, as many as a person can mend at once. */
const ISSUES_MAX = 10

type AnyHandler = (
  context: Context,
  who: Caller | Actor,
  request: unknown,
  caller?: Caller,
) => Promise<unknown>

/**
 * Every door comes through here: the name is looked up, the body held against its schema, the caller found, the
 * handler asked. A refusal becomes a problem; a fault is the door's to catch.
 */
export async function dispatch(
  context: Context,
  name: string,
  body: unknown,
  caller: Caller,
): Promise<Answer> {
  const answer = await answerOf(context, name, body, caller)
  return isRefusal(answer)
    ? problemAnswer(answer as Refusal<ProblemCode>)
    : { status: 200, body: answer }
}

async function answerOf(
  context: Context,
  name: string,
  body: unknown,
  caller: Caller,
): Promise<unknown> {
  if (!isOperation(name)) return refuse('request.unknown-name', { name: name.slice(0, 60) })
  const operation: Operation = operations[name]
  if (isOpen(name))
    return parseAndHandle(operation, openHandlers[name] as AnyHandler, context, caller, body)
  const actor = await authenticate(context, caller)
  if (isRefusal(actor)) return actor
  if (actor.onlyLooks && givesSomething.has(name)) return refuse('consent.withdrawn')
  const handler = handlers[name] as AnyHandler
  return parseAndHandle(
    operation,
    (app, who, request) => handler(app, who, request, caller),
    context,
    actor,
    body,
  )
}

/** What takes in something of the person: not from whoever withdrew their consent. Pieces of photos ask by themselves. */
const givesSomething: ReadonlySet<OperationName> = new Set([
  'reportMatter',
  'actOnMatter',
  'claimTask',
  'uploadChunk',
  'reportHoldings',
])

async function parseAndHandle(
  operation: Operation,
  handler: AnyHandler,
  context: Context,
  who: Caller | Actor,
  body: unknown,
): Promise<unknown> {
  const parsed = v.safeParse(operation.request, body ?? {})
  if (!parsed.success)
    return refuse('request.invalid', { issues: parsed.issues.slice(0, ISSUES_MAX).map(drawIssue) })
  return handler(context, who, parsed.output)
}

/** The session's person, with the posts they hold. */
export async function authenticate(
  context: Context,
  caller: Caller,
): Promise<Actor | Refusal<ProblemCode>> {
  if (caller.actor) return caller.actor
  if (!caller.token) return refuse('access.not-signed-in')
  return (
    (await context.sessions.find(caller.token, context.now())) ?? refuse('access.session-ended')
  )
}

export function problemAnswer(refusal: Refusal<ProblemCode>): { status: number; body: Problem } {
  const body = problem(refusal.refused, refusal.details)
  return { status: body.status, body }
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}

function isOpen(name: OperationName): name is keyof typeof openHandlers {
  return Object.hasOwn(openHandlers, name)
}
