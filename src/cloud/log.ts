import pino from 'pino'

/** The one place that writes to the log. Never a body, a header, a token or a text people wrote. */
export type Log = pino.Logger

export function makeLog(level: string): Log {
  return pino({ level, base: null })
}
