import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buildServer } from './buildServer'

const root = path.resolve(__dirname, '..')

type Part = {
  readonly name: string
  readonly title: string
  /** Files and folders whose change makes it out of date. */
  readonly sources: readonly string[]
  readonly build: () => Promise<void>
}

const shared = ['src/domain', 'src/contract', 'package-lock.json']
const taroSources = [
  ...shared,
  'src/miniapp',
  'config/index.ts',
  'config/dev.ts',
  'config/prod.ts',
  'babel.config.js',
]

/** Everything that is built, each into its own folder below dist/. */
const parts: readonly Part[] = [
  {
    name: 'server',
    title: '后台',
    sources: [...shared, 'src/cloud', 'config/buildServer.ts'],
    build: buildServer,
  },
  {
    name: 'hub',
    title: '镇综治中心控制台',
    sources: [...shared, 'src/hub', 'config/vite.hub.ts'],
    build: () => run('vite', ['build', '--config', 'config/vite.hub.ts', '--logLevel', 'warn']),
  },
  { name: 'h5', title: '手机端网页版', sources: taroSources, build: () => taro('h5') },
  { name: 'weapp', title: '微信小程序', sources: taroSources, build: () => taro('weapp') },
]

/** Builds the named parts that are missing or older than their sources, and says so. */
export async function buildMissing(names: readonly string[]): Promise<void> {
  for (const part of parts.filter(({ name }) => names.includes(name))) {
    if (isCurrent(part)) continue
    const began = Date.now()
    process.stdout.write(`正在构建${part.title}…`)
    await part.build()
    await mkdir(path.dirname(stampOf(part)), { recursive: true })
    await writeFile(stampOf(part), fingerprint(part))
    process.stdout.write(` 完成（${Math.round((Date.now() - began) / 100) / 10} 秒）\n`)
  }
}

function isCurrent(part: Part): boolean {
  const stamp = stampOf(part)
  return (
    existsSync(path.join(root, 'dist', part.name)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint(part)
  )
}

/** Outside the part's folder, which its builder empties. */
function stampOf(part: Part): string {
  return path.join(root, 'dist/.built', part.name)
}

function fingerprint(part: Part): string {
  const hash = createHash('sha256')
  for (const file of part.sources.flatMap((source) => filesBelow(path.join(root, source))))
    hash.update(path.relative(root, file)).update(readFileSync(file))
  for (const name of ['LIANXIN_API', 'LIANXIN_CLOUD_ENV'])
    hash.update(`${name}=${process.env[name] ?? ''}`)
  return hash.digest('hex')
}

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)))
}

function taro(type: string): Promise<void> {
  return run('taro', ['build', '--type', type], { NODE_ENV: 'production' })
}

/** A tool of node_modules; what it prints is shown only when it fails. */
function run(
  tool: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(root, 'node_modules/.bin', tool), args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(`${tool} ${args.join(' ')} 失败：\n${Buffer.concat(output).toString()}`),
          ),
    )
  })
}

if (require.main === module) {
  const names = process.argv.slice(2)
  buildMissing(names.length > 0 ? names : parts.map((part) => part.name)).catch((error: Error) => {
    process.stderr.write(`\n${error.message}\n`)
    process.exit(1)
  })
}
