import pino from 'pino'
import { openApp } from '@cloud/app'
import { readSettings } from '@cloud/settings'

/** A server of its own that asks the platform until somebody kills it. */
async function main(): Promise<void> {
  const app = await openApp(readSettings(process.env), { log: pino({ level: 'silent' }) })
  app.start()
}

void main()
