import { getWXContext } from 'wx-server-sdk'
import { makeLog } from '../../log'
import { openFunctionApp } from '../openFunctionApp'
import { makeTimerFunction } from './makeTimerFunction'

/** Every minute, by the trigger in `cloudbaserc.json`. */
export const main = makeTimerFunction({
  openApp: openFunctionApp(process.env),
  wechatContext: getWXContext,
  log: makeLog(process.env.LOG_LEVEL ?? 'info'),
})
