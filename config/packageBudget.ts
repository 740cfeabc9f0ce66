/** How many bytes of dist/weapp a phone downloads, per package, and whether that is few enough. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const mainBytesMax = 1024 * 1024
/** WeChat's own limit for one package. */
const subpackageBytesMax = 2 * 1024 * 1024

/** Written beside the build but not part of what is uploaded. */
const notUploaded = /(^|\/)project(\.private)?\.config\.json$|LICENSE\.txt$|\.map$/

type Package = { name: string; bytes: number; bytesMax: number }

const dist = path.resolve(process.argv[2] ?? 'dist/weapp')

main()

function main() {
  if (!existsSync(path.join(dist, 'app.json'))) {
    console.error(`${dist} holds no mini-program. Run \`npm run build:weapp\` first.`)
    process.exit(1)
  }
  const packages = measure()
  for (const one of packages) console.log(line(one))
  const tooLarge = packages.filter(({ bytes, bytesMax }) => bytes > bytesMax)
  for (const { name, bytes, bytesMax } of tooLarge) {
    console.error(`package "${name}" is ${bytes - bytesMax} bytes over its budget`)
  }
  process.exit(tooLarge.length ? 1 : 0)
}

function measure(): Package[] {
  const roots = subpackageRoots()
  const packages: Package[] = [
    { name: 'main', bytes: 0, bytesMax: mainBytesMax },
    ...roots.map((name) => ({ name, bytes: 0, bytesMax: subpackageBytesMax })),
  ]
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const { size, isFile } = sizeOf(file)
    if (!isFile || notUploaded.test(file)) continue
    const home = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main'
    const owner = packages.find(({ name }) => name === home)
    if (owner) owner.bytes += size
  }
  return packages
}

function sizeOf(file: string) {
  const stats = statSync(path.join(dist, file))
  return { size: stats.size, isFile: stats.isFile() }
}

function subpackageRoots(): string[] {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
    subpackages?: { root: string }[]
  }
  const subpackages = app.subPackages ?? app.subpackages ?? []
  return subpackages.map(({ root }) => root.replace(/^\/|\/$/g, ''))
}

function line({ name, bytes, bytesMax }: Package) {
  const share = `${((bytes / bytesMax) * 100).toFixed(1)} %`
  return `${name.padEnd(24)}${String(bytes).padStart(10)} of ${String(bytesMax).padStart(8)}  ${share.padStart(7)}`
}
