import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildMissing } from './build'

/** `npm run check`: types, lint, rooms, unused code, WeChat's compilers, package budget. Every one runs; all are told. */
type Check = { readonly title: string; readonly command: readonly string[] }

const rooms = ['domain', 'contract', 'cloud', 'miniapp', 'hub']
const bin = (tool: string) => path.resolve(__dirname, '../node_modules/.bin', tool)

const checks: readonly Check[] = [
  ...rooms.map((room) => ({ title: `types ${room}`, command: [bin('tsc'), '-p', `src/${room}`] })),
  { title: 'types tests', command: [bin('tsc'), '-p', '.'] },
  {
    title: 'rooms',
    command: [bin('depcruise'), 'src', '--config', 'config/dependency-cruiser.cjs'],
  },
  { title: 'lint', command: [bin('eslint'), 'src', 'tests', 'config', 'types'] },
  { title: 'unused code', command: [bin('knip'), '--config', 'config/knip.json'] },
  {
    title: 'format',
    command: [bin('prettier'), '--check', '--log-level', 'warn', 'src', 'tests', 'config', 'types'],
  },
  { title: 'WeChat compilers', command: [bin('tsx'), 'config/wxcheck.ts'] },
  { title: 'package budget', command: [bin('tsx'), 'config/packageBudget.ts'] },
  { title: 'audit of the built mini-program', command: [bin('tsx'), 'config/audit.ts'] },
]

async function main(): Promise<void> {
  await buildMissing(['weapp'])
  let failed = 0
  for (const check of checks) if (!(await passes(check))) failed++
  process.stdout.write(`checks: ${checks.length - failed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}

function passes({ title, command: [program = '', ...args] }: Check): Promise<boolean> {
  return new Promise((resolve) => {
    const began = Date.now()
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('close', (code) => {
      process.stdout.write(
        `${code === 0 ? '✓' : '✗'} ${title} (${Math.round((Date.now() - began) / 100) / 10} s)\n`,
      )
      if (code !== 0) process.stdout.write(Buffer.concat(output))
      resolve(code === 0)
    })
  })
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
