/**
 * WeChat's own compilers, wcc for WXML and WXS and wcsc for WXSS, over dist/weapp. They are old and
 * forgiving, so their consent proves little, but what they refuse would be refused at upload too.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const dist = path.resolve(process.argv[2] ?? 'dist/weapp')
const compilers = path.join(
  path.dirname(createRequire(path.resolve('package.json')).resolve('miniprogram-compiler')),
  'bin/linux',
)

main()

function main() {
  if (!existsSync(path.join(dist, 'app.json'))) {
    fail(`${dist} holds no mini-program. Run \`npm run build:weapp\` first.`)
  }
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const ending = (suffix: string) => files.filter((file) => file.endsWith(suffix)).sort()
  check('wcc', 'WXML and WXS', templateArguments(ending('.json'), ending('.wxml'), ending('.wxs')))
  check('wcsc', 'WXSS', styleArguments(ending('.wxss')))
  const counts = ['.wxml', '.wxs', '.wxss'].map((suffix) => `${ending(suffix).length} ${suffix}`)
  console.log(`wcc and wcsc accept ${counts.join(', ')}`)
}

function templateArguments(json: string[], wxml: string[], wxs: string[]): string[] {
  const users = json.flatMap((file) => {
    const { usingComponents } = JSON.parse(readFileSync(path.join(dist, file), 'utf8')) as {
      usingComponents?: Record<string, string>
    }
    const names = Object.keys(usingComponents ?? {})
    return usingComponents && file !== 'app.json'
      ? [[file.replace(/json$/, 'wxml'), names.length, ...names].join(' ')]
      : []
  })
  return ['-d', '-cc', [users.length, ...users].join(' '), ...wxml, ...wxs, '-gn', '$gwx']
}

/** Sheets of pages and components come first, counted; the rest are only imported. */
function styleArguments(wxss: string[]): string[] {
  const own = wxss.filter((file) => existsSync(path.join(dist, file.replace(/wxss$/, 'json'))))
  const imported = wxss.filter((file) => !own.includes(file))
  return ['-db', '-pc', String(own.length), ...own, ...imported]
}

function check(compiler: 'wcc' | 'wcsc', what: string, given: string[]) {
  const binary = path.join(compilers, compiler)
  chmodSync(binary, 0o755) // Published without the permission to run.
  const ran = spawnSync(binary, given, { cwd: dist, maxBuffer: 1 << 28, encoding: 'utf8' })
  if (ran.error) fail(`${compiler} could not start: ${ran.error.message}`)
  if (ran.status !== 0) fail(`${compiler} refuses the ${what} of ${dist}:\n${reasonOf(ran)}`)
}

function reasonOf({ stderr, stdout }: { stderr: string; stdout: string }) {
  return (stderr.trim() || stdout.trim()).slice(0, 2000)
}

function fail(reason: string): never {
  console.error(reason)
  process.exit(1)
}
