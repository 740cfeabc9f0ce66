import { isIP, isIPv4 } from 'node:net'
import { listOf } from './listOf'
import { readMessageSettings, type MessageSettings } from './messages/messageSettings'
import { readSignOnSettings } from './signOn/readSignOnSettings'
import { readCalendarSettings, type CalendarSettings } from './calendar/readCalendarSettings'

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
  /** Encrypts second factors at rest. Unset: a key drawn from the link secret. */
  readonly secretKey: string | undefined
  /** 动态口令: asked at the console before what is sensitive is read or anything exported. */
  readonly secondFactor: boolean
  /** 统一登录; without it accounts and passwords alone. */
  readonly signOn: SignOnSettings | null
  readonly wechat: WechatSettings
  /** How people are told who have not opened the app. */
  readonly messages: MessageSettings
  /** The platform that says whether a certificate is true; without it nobody is asked. */
  readonly certificates: CertificateSettings | null
  /** A service that puts a voice into words; without it a voice is only listened to. */
  readonly speech: SpeechSettings | null
  readonly tianditu: { readonly url: string; readonly key: string } | null
  /** Where people reach this server; in CloudEvents as `source`. */
  readonly publicUrl: string
  readonly requestsPerMinute: number
  /** What one person may report and send. Lifted, with the other limits, from a million requests a minute. */
  readonly quotas: boolean
  /** Private networks in which township hubs stand; outside the demo no other private address is called. */
  readonly hubNetworks: readonly Network[]
  /** Addresses or networks of the proxies in front, whose word on the sender's address counts. */
  readonly trustProxy: string | false
  /** Office hours, and days that differ from the published calendar. */
  readonly calendar: CalendarSettings
  readonly logLevel: string
}

/** `10.20.0.0/16`, taken apart. */
export type Network = {
  readonly address: string
  readonly prefix: number
  readonly family: 'ipv4' | 'ipv6'
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

export type SignOnSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the other system says of somebody that is their account here. */
  readonly claim: string
  readonly redirectUri: string
}

export type CertificateSettings = {
  readonly url: string
  /** Shared with the platform; signs what is asked and what is answered. */
  readonly key: string
}

export type SpeechSettings = { readonly url: string; readonly key: string }

/** Nobody means so many as a limit: whoever measures the server wants none. */
const REQUESTS_WITHOUT_LIMITS = 1_000_000
/** Whoever guesses the secret can look at every photo. */
const LINK_SECRET_CHARACTERS_MIN = 32
/** Whoever guesses it answers in the platform's name. */
const CERTIFICATE_KEY_CHARACTERS_MIN = 16

type Environment = Readonly<Record<string, string | undefined>>

export function readSettings(env: Environment): Settings {
  const production = env.NODE_ENV === 'production'
  const dataDir = env.LIANXIN_DATA ?? './data'
  const port = readNumber(env, 'PORT', 7100)
  const host = env.HOST ?? '127.0.0.1'
  const requestsPerMinute = readNumber(env, 'LIANXIN_REQUESTS_PER_MINUTE', 600)
  const demo = !production && env.LIANXIN_DEMO !== '0'
  const publicUrl = env.LIANXIN_PUBLIC_URL ?? `http://${host}:${port}`
  return {
    countyId: readNumber(env, 'LIANXIN_COUNTY', 441_882),
    demo,
    host,
    port,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    databasePoolMax: readNumber(env, 'DATABASE_POOL_MAX', 10),
    blobs: readBlobSettings(env, dataDir),
    linkSecret: readLinkSecret(env.LIANXIN_LINK_SECRET),
    secretKey: readSecretKey(env.LIANXIN_SECRET_KEY),
    secondFactor: readSwitch(env.LIANXIN_SECOND_FACTOR, !demo),
    signOn: readSignOnSettings(env, { publicUrl, demo }),
    wechat: {
      apiBase: env.WECHAT_API_BASE ?? 'https://api.weixin.qq.com',
      appId: env.WECHAT_APP_ID ?? '',
      appSecret: env.WECHAT_APP_SECRET ?? '',
    },
    certificates: readCertificateSettings(env),
    speech: env.LIANXIN_SPEECH_URL
      ? { url: env.LIANXIN_SPEECH_URL, key: env.LIANXIN_SPEECH_KEY ?? '' }
      : null,
    tianditu: env.TIANDITU_KEY
      ? { url: env.TIANDITU_URL ?? 'https://t0.tianditu.gov.cn', key: env.TIANDITU_KEY }
      : null,
    messages: readMessageSettings(env),
    publicUrl,
    requestsPerMinute,
    quotas: requestsPerMinute < REQUESTS_WITHOUT_LIMITS,
    hubNetworks: readNetworks(env.LIANXIN_HUB_NETWORKS),
    trustProxy: readTrustProxy(env.LIANXIN_TRUST_PROXY),
    calendar: readCalendarSettings({
      hours: listOf(env.LIANXIN_WORK_HOURS),
      holidays: listOf(env.LIANXIN_EXTRA_HOLIDAYS),
      workdays: listOf(env.LIANXIN_EXTRA_WORKDAYS),
    }),
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

function readCertificateSettings(env: Environment): CertificateSettings | null {
  const url = env.LIANXIN_CERTIFICATE_URL ?? ''
  const key = env.LIANXIN_CERTIFICATE_KEY ?? ''
  if (url === '' && key === '') return null
  if (url === '' || key.length < CERTIFICATE_KEY_CHARACTERS_MIN)
    throw new Error(
      `LIANXIN_CERTIFICATE_URL 和 LIANXIN_CERTIFICATE_KEY（至少 ${CERTIFICATE_KEY_CHARACTERS_MIN} 个字符）要一起设`,
    )
  return { url, key }
}

function readLinkSecret(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (text.length < LINK_SECRET_CHARACTERS_MIN)
    throw new Error(`LIANXIN_LINK_SECRET 太短，至少要 ${LINK_SECRET_CHARACTERS_MIN} 个字符`)
  return text
}

function readSecretKey(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (text.length < LINK_SECRET_CHARACTERS_MIN)
    throw new Error(`LIANXIN_SECRET_KEY 太短，至少要 ${LINK_SECRET_CHARACTERS_MIN} 个字符`)
  return text
}

function readSwitch(text: string | undefined, otherwise: boolean): boolean {
  return text === undefined || text === '' ? otherwise : text !== '0'
}

function readNetworks(text: string | undefined): Network[] {
  return listOf(text).map((item) => {
    const network = findNetwork(item)
    if (!network)
      throw new Error(`LIANXIN_HUB_NETWORKS 应该像 10.20.0.0/16,fd12::/32，现在有“${item}”`)
    return network
  })
}

function findNetwork(text: string): Network | undefined {
  const [, address = '', digits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? []
  const prefix = Number(digits)
  if (isIP(address) === 0 || prefix > (isIPv4(address) ? 32 : 128)) return undefined
  return { address, prefix, family: isIPv4(address) ? 'ipv4' : 'ipv6' }
}

/** Addresses, not a count: whoever reached the server past the proxy would be believed as well. */
function readTrustProxy(text: string | undefined): string | false {
  const items = listOf(text)
  for (const item of items)
    if (isIP(item) === 0 && !findNetwork(item))
      throw new Error(`LIANXIN_TRUST_PROXY 应该是前面代理的地址，现在有“${item}”`)
  return items.length > 0 && items.join(',')
}

function readNumber(env: Environment, name: string, otherwise: number): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} 应该是整数，现在是“${text}”`)
  return value
}
