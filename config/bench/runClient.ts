import { spawn } from 'node:child_process'
import path from 'node:path'

/** A client as a process of its own, so that its work is not counted as the server's; it prints one line of JSON. */
export function runClient<Figures>(file: string, args: readonly string[]): Promise<Figures> {
  const tsx = require.resolve('tsx/cli')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsx, path.join(__dirname, file), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(output) as Figures) : reject(new Error(`${file} failed`)),
    )
  })
}
