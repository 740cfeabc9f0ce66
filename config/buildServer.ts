import { cp } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(__dirname, '..')
const out = path.join(root, 'dist/server')

/** Packages with native or WebAssembly parts, or that read files beside themselves, stay where npm put them. */
const external = [
  'sharp',
  'pg-native',
  '@electric-sql/pglite',
  '@fastify/swagger-ui',
  '@fastify/static',
  'pino',
]

/** The self-hosted server and the programs beside it, each one file; the demo county with them. */
export async function buildServer(): Promise<void> {
  await build({
    entryPoints: {
      index: path.join(root, 'src/cloud/functions/server/index.ts'),
      hubReceiver: path.join(root, 'src/cloud/functions/hubReceiver/index.ts'),
      importCounty: path.join(root, 'src/cloud/functions/importCounty/index.ts'),
      setPassword: path.join(root, 'src/cloud/functions/setPassword/index.ts'),
      verifyAudit: path.join(root, 'src/cloud/functions/verifyAudit/index.ts'),
    },
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
    external,
    tsconfig: path.join(root, 'src/cloud/tsconfig.json'),
  })
  await cp(path.join(root, 'src/cloud/demo/data'), path.join(out, 'demo'), { recursive: true })
}

if (require.main === module) void buildServer()
