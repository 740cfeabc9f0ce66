import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildMissing } from './build'

/** `npm start`: builds what is missing, then hands over to the server until it is stopped. */
async function start(): Promise<void> {
  await buildMissing(['server', 'hub', 'h5'])
  const server = spawn(
    process.execPath,
    ['--enable-source-maps', path.resolve(__dirname, '../dist/server/index.js')],
    {
      stdio: 'inherit',
    },
  )
  // Ctrl-C reaches both; a signal sent to this process alone is passed on, so that the server can finish.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => server.kill('SIGTERM'))
  server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)))
}

start().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`)
  process.exit(1)
})
