/** Everything that is set from outside, read once at start. docs/operations.md lists the variables. */
export type Settings = {
  readonly countyId: number
  /** Demo people, demo sign-in, and hub addresses on this machine are allowed only here. */
  readonly demo: boolean
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Unset: the embedded database below `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly databasePoolMax: number
  readonly blobs: BlobSettings
  /** Signs photo links; every process of one county needs the same. Unset: made and kept below `dataDir`. */
  readonly linkSecret: string | undefined
  readonly wechat: WechatSettings
  readonly tianditu: { readonly url: string; readonly key: string } | null
  /** Where people reach this server; in CloudEvents as `source`. */
  readonly publicUrl: string
  readonly requestsPerMinute: number
  readonly logLevel: string
}

export type BlobSettings =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3'
      readonly endpoint: string
      readonly region: string
      readonly bucket: string
      readonly accessKeyId: string
      readonly secretAccessKey: string
    }

export type WechatSettings = {
  /** https://api.weixin.qq.com, or a local server that keeps its rules. */
  readonly apiBase: string
  readonly appId: string
  readonly appSecret: string
}

type Environment = Readonly<Record<string, string | undefined>>

export function readSettings(env: Environment): Settings {
  const production = env.NODE_ENV === 'production'
  const dataDir = env.LIANXIN_DATA ?? './data'
  const port = readNumber(env, 'PORT', 7100)
  const host = env.HOST ?? '127.0.0.1'
  return {
    countyId: readNumber(env, 'LIANXIN_COUNTY', 441_882),
    demo: !production && env.LIANXIN_DEMO !== '0',
    host,
    port,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    databasePoolMax: readNumber(env, 'DATABASE_POOL_MAX', 10),
    blobs: readBlobSettings(env, dataDir),
    linkSecret: env.LIANXIN_LINK_SECRET,
    wechat: {
      apiBase: env.WECHAT_API_BASE ?? 'https://api.weixin.qq.com',
      appId: env.WECHAT_APP_ID ?? '',
      appSecret: env.WECHAT_APP_SECRET ?? '',
    },
    tianditu: env.TIANDITU_KEY
      ? { url: env.TIANDITU_URL ?? 'https://t0.tianditu.gov.cn', key: env.TIANDITU_KEY }
      : null,
    publicUrl: env.LIANXIN_PUBLIC_URL ?? `http://${host}:${port}`,
    requestsPerMinute: readNumber(env, 'LIANXIN_REQUESTS_PER_MINUTE', 600),
    logLevel: env.LOG_LEVEL ?? 'info',
  }
}

function readBlobSettings(env: Environment, dataDir: string): BlobSettings {
  if (!env.S3_BUCKET) return { kind: 'folder', folder: `${dataDir}/files` }
  return {
    kind: 's3',
    endpoint: env.S3_ENDPOINT ?? '',
    region: env.S3_REGION ?? 'us-east-1',
    bucket: env.S3_BUCKET,
    accessKeyId: env.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '',
  }
}

function readNumber(env: Environment, name: string, otherwise: number): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} 应该是整数，现在是“${text}”`)
  return value
}
