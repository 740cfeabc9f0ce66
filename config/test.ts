import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildMissing } from './build'
import { findChromium } from './findChromium'

/**
 * `npm test`: builds what the tests run, then every test. Journeys in a browser need Chromium; where there is none they
 * are left out with a word, unless CI is set, where a missing browser is a failure. Arguments go to Jest.
 */
async function main(): Promise<void> {
  await buildMissing(['server', 'hub', 'h5', 'weapp'])
  const names = projects()
  const jest = path.resolve(__dirname, '../node_modules/jest/bin/jest.js')
  const args = [
    jest,
    '-c',
    'config/jest.config.cjs',
    '--selectProjects',
    ...names,
    ...process.argv.slice(2),
  ]
  const { status } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', ...args],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
      },
    },
  )
  process.exit(status ?? 1)
}

function projects(): string[] {
  const always = [
    'domain',
    'contract',
    'docs',
    'cloud',
    'miniapp',
    'native',
    'compiled',
    'hub',
    'journeys',
  ]
  if (findChromium()) return [...always, 'browser']
  if (process.env.CI) throw new Error('没有找到 Chromium：apt-get install chromium fonts-noto-cjk')
  process.stdout.write(
    '没有找到 Chromium，浏览器里的测试这次不跑（apt-get install chromium fonts-noto-cjk 之后会跑）\n',
  )
  return always
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
