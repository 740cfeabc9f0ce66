/**
 * What is told apart here is whether the same request may find the database well again in a moment.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const busyCodes: ReadonlySet<string> = new Set([
  // A statement, or waiting for a lock, took too long.
  '57014',
  '55P03',
  // Somebody sat in a transaction for too long.
  '25P03',
  // No connection is left.
  '53300',
])

const awayCodes: ReadonlySet<string> = new Set([
  // Stopped by its administrator, crashed, starting up.
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** The driver's own words, where it gives no code. */
const AWAY_WORDS =
  /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error)/

/** Too slow, or not there: nothing is wrong with what was asked. */
export function isDatabaseBusy(error: unknown): boolean {
  return busyCodes.has(codeOf(error)) || isDatabaseAway(error)
}

/** The connection is of no more use; whether the last statement was carried out, nobody knows. */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error)
  return awayCodes.has(code) || /^08...$/.test(code) || AWAY_WORDS.test(textOf(error, 'message'))
}

function codeOf(error: unknown): string {
  return textOf(error, 'code')
}

function textOf(error: unknown, name: 'code' | 'message'): string {
  const value: unknown = (error as Readonly<Record<string, unknown>> | null | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}
