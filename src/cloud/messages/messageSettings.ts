import { listOf } from '../listOf'

/** What leaves for people who have not opened the app; without any of these nothing does. */
export type MessageSettings = {
  /** Templates of WeChat messages: asked for on sending, and what messages are sent with. */
  readonly templates: readonly MessageTemplate[]
  readonly wecom: WecomSettings | null
  readonly sms: SmsSettings | null
}

export type MessageTemplate = {
  readonly id: string
  /** WeChat's key of a field (`thing1`) and what stands there. */
  readonly fields: Readonly<Record<string, 'title' | 'words' | 'at'>>
}

export type WecomSettings = {
  readonly apiBase: string
  /** Area to the key of its group's robot. */
  readonly robots: ReadonlyMap<string, string>
}

export type SmsSettings = { readonly file: string } | { readonly url: string; readonly key: string }

type Environment = Readonly<Record<string, string | undefined>>

/** WeChat asks for no more in one dialog. */
const MESSAGE_TEMPLATES_MAX = 5
/** As the templates 事项进度提醒 of the public libraries have them. */
const USUAL_FIELDS = { thing1: 'title', thing2: 'words', time3: 'at' } as const

export function readMessageSettings(env: Environment): MessageSettings {
  return {
    templates: readTemplates(env.WECHAT_MESSAGE_TEMPLATES),
    wecom: readWecom(env),
    sms: readSms(env),
  }
}

/** `id` or `id:thing1=title;thing4=words;date5=at`, by commas. */
function readTemplates(text: string | undefined): MessageTemplate[] {
  const templates = listOf(text).map(readTemplate)
  if (templates.length > MESSAGE_TEMPLATES_MAX)
    throw new Error(`WECHAT_MESSAGE_TEMPLATES 最多 ${MESSAGE_TEMPLATES_MAX} 个模板`)
  return templates
}

function readTemplate(item: string): MessageTemplate {
  const [id = '', fields] = item.split(':')
  if (fields === undefined) return { id, fields: USUAL_FIELDS }
  const pairs = fields.split(';').map((pair): [string, 'title' | 'words' | 'at'] => {
    const [key = '', what = ''] = pair.split('=')
    if (!/^[a-z_]+\d+$/.test(key) || (what !== 'title' && what !== 'words' && what !== 'at'))
      throw new Error(`WECHAT_MESSAGE_TEMPLATES 的字段应该像 thing1=title，现在有“${pair}”`)
    return [key, what]
  })
  return { id, fields: Object.fromEntries(pairs) }
}

/** `441882118=key,441882100=key` */
function readWecom(env: Environment): WecomSettings | null {
  const robots = listOf(env.LIANXIN_WECOM_ROBOTS).map((item): [string, string] => {
    const [area = '', key = ''] = item.split('=')
    if (!/^\d{6,15}$/.test(area) || key === '')
      throw new Error('LIANXIN_WECOM_ROBOTS 应该像 441882118=群机器人的key，用逗号隔开')
    return [area, key]
  })
  if (robots.length === 0) return null
  const apiBase = env.WECOM_API_BASE ?? 'https://qyapi.weixin.qq.com'
  return { apiBase, robots: new Map(robots) }
}

function readSms(env: Environment): SmsSettings | null {
  if (env.LIANXIN_SMS_FILE) return { file: env.LIANXIN_SMS_FILE }
  return env.LIANXIN_SMS_URL ? { url: env.LIANXIN_SMS_URL, key: env.LIANXIN_SMS_KEY ?? '' } : null
}
