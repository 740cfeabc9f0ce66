import type { Settings } from '../settings'
import type { Carrier } from './carrier'
import { makeSmsCarrier } from './smsCarrier'
import { makeWechatCarrier } from './wechatCarrier'
import { makeWecomCarrier } from './wecomCarrier'

/** Those that the county has set up. */
export function openCarriers({ wechat, messages }: Settings): Carrier[] {
  const { templates, wecom, sms } = messages
  return [
    ...(templates.length > 0 && wechat.appId ? [makeWechatCarrier(wechat, templates)] : []),
    ...(wecom ? [makeWecomCarrier(wecom)] : []),
    ...(sms ? [makeSmsCarrier(sms)] : []),
  ]
}
