import { readSettings, type Settings } from '../settings'

type Environment = Readonly<Record<string, string | undefined>>

/** One request at a time: a second connection only serves what a request does side by side. */
const POOL_MAX = 2

/**
 * The settings of a cloud function. Instances come and go and share no disk, so what the server may keep in a folder
 * must be given here; and demo sign-in opens a county to anybody, so here it takes an explicit `LIANXIN_DEMO=1`.
 */
export function readFunctionSettings(env: Environment): Settings {
  const demo = env.LIANXIN_DEMO === '1'
  const settings = readSettings(demo ? env : { ...env, NODE_ENV: 'production' })
  if (!settings.databaseUrl) throw new Error('A cloud function needs DATABASE_URL')
  if (!settings.linkSecret) throw new Error('A cloud function needs LIANXIN_LINK_SECRET')
  if (settings.blobs.kind === 'folder' && !demo) throw new Error('A cloud function needs S3_BUCKET')
  return { ...settings, databasePoolMax: Math.min(settings.databasePoolMax, POOL_MAX) }
}
