import { getWXContext } from 'wx-server-sdk'
import { makeLog } from '../../log'
import { openFunctionApp } from '../openFunctionApp'
import { makeApiFunction } from './makeApiFunction'

/** Every command and query, for `wx.cloud.callFunction` and for HTTP access. The timer function does the rest. */
export const main = makeApiFunction({
  openApp: openFunctionApp(process.env),
  wechatContext: getWXContext,
  log: makeLog(process.env.LOG_LEVEL ?? 'info'),
})
