import { problems, type ProblemCode } from '@contract/problems'

/**
 * What went wrong on the wire, in words for the officer. `outcome` decides what may be done next: after `refused`
 * nothing has happened; after `unknown` it may have, and only the identical request may be sent again.
 */
export class WireProblem extends Error {
  override readonly name = 'WireProblem'

  constructor(
    readonly code: ProblemCode | 'wire.unreachable',
    title: string,
    readonly outcome: 'refused' | 'unknown',
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(title)
  }
}

export function unreachable(): WireProblem {
  return new WireProblem('wire.unreachable', '连不上服务器，内容都还在，请稍后再试', 'unknown')
}

/** An answer that is not problem+json comes from something in between, so nothing is known about the outcome. */
export async function problemOf(response: Response): Promise<WireProblem> {
  const body = await readBody(response)
  if (!isProblemBody(body)) return unreachable()
  const outcome = response.status >= 500 ? 'unknown' : 'refused'
  const title = body.title ?? problems[body.code].title
  return new WireProblem(body.code, title, outcome, body.details)
}

/** For showing: the words of whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof WireProblem ? error.message : problems['server.fault'].title
}

type ProblemBody = {
  readonly code: ProblemCode
  readonly title?: string
  readonly details?: Readonly<Record<string, unknown>>
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    // The page of a proxy is no JSON; the caller treats it as an answer that never came.
    return undefined
  }
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && typeof (body as ProblemBody).code === 'string'
}
