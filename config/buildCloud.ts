import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'

/**
 * Makes `dist/cloud/<function>/` (or `<the folder named>/<function>/`) of each folder in `src/cloud/functions`: one file with everything in it, a manifest of
 * the few packages that the platform must install because they hold native code or are the platform's own, and the
 * permissions. `cloudbaserc.json` deploys them. The command line says which bundle grew.
 */
const root = path.resolve(__dirname, '..')

/** WeChat's interfaces that a function may call by `cloud.openapi`; none is, so none is asked for. */
const functions = {
  api: { openapi: [] },
  timer: { openapi: [] },
} as const satisfies Record<string, { openapi: readonly string[] }>

const installedThere = ['sharp', 'wx-server-sdk']
/** `pg` asks for it and goes on without. */
const absentThere = ['pg-native']

/** An instance's disk is gone with the instance, so the embedded database stays out, whoever imports it. */
const withoutEmbedded: Plugin = {
  name: 'without-embedded-database',
  setup(bundle) {
    bundle.onResolve({ filter: /\/openPglite$|^@electric-sql\/pglite/ }, ({ path: asked }) => ({
      path: asked,
      namespace: 'absent',
    }))
    bundle.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
      contents: `export function openPglite() {
        throw new Error('A cloud function has no embedded database; set DATABASE_URL')
      }`,
    }))
  },
}

async function buildCloud(outFolder: string): Promise<void> {
  for (const [name, permissions] of Object.entries(functions)) {
    const folder = path.join(outFolder, name)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const metafile = await bundle(name, path.join(folder, 'index.js'))
    await writeJson(folder, 'package.json', await manifest(name, metafile))
    await writeJson(folder, 'config.json', { permissions })
    await printSize(path.join(folder, 'index.js'), metafile)
  }
}

async function bundle(name: string, outfile: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [path.join(root, 'src/cloud/functions', name, 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Names stay, for the stack traces in the platform's log.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    external: [...installedThere, ...absentThere],
    plugins: [withoutEmbedded],
    metafile: true,
    logLevel: 'warning',
  })
  return metafile
}

async function manifest(name: string, metafile: Metafile): Promise<object> {
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'))
  const asked = new Set(
    Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((one) => one.path)),
  )
  const dependencies = Object.fromEntries(
    installedThere
      .filter((dependency) => asked.has(dependency))
      .map((dependency) => [dependency, lock.packages[`node_modules/${dependency}`].version]),
  )
  return {
    name: `lianxin-${name}`,
    version: lock.version,
    private: true,
    main: 'index.js',
    dependencies,
  }
}

async function writeJson(folder: string, file: string, content: unknown): Promise<void> {
  await writeFile(path.join(folder, file), `${JSON.stringify(content, null, 2)}\n`)
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`

async function printSize(file: string, { outputs }: Metafile): Promise<void> {
  const { size } = await stat(file)
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs))
  const largest = [...sumByPackage(inputs)].sort(([, a], [, b]) => b - a).slice(0, 5)
  const parts = largest.map(([origin, bytes]) => `${origin} ${kilobytes(bytes)}`).join(', ')
  process.stdout.write(`${path.relative(root, file)}  ${kilobytes(size)}  (${parts})\n`)
}

function sumByPackage(inputs: readonly [string, { bytesInOutput: number }][]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [file, { bytesInOutput }] of inputs) {
    const origin = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? 'our own code'
    sums.set(origin, (sums.get(origin) ?? 0) + bytesInOutput)
  }
  return sums
}

void buildCloud(path.resolve(process.argv[2] ?? path.join(root, 'dist/cloud'))).catch(
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exitCode = 1
  },
)
