import Taro from '@tarojs/taro'
import { log } from '../log'
import type { Messages } from '../ports'

/** The main switch of messages is off; the person finds it in WeChat's settings and nowhere else. */
const SWITCHED_OFF = 20004

type Subscriptions = { mainSwitch?: boolean; itemSettings?: Record<string, string> }

export const weappMessages: Messages = {
  async refused(templates) {
    const { subscriptionsSetting } = (await Taro.getSetting({ withSubscriptions: true })) as {
      subscriptionsSetting?: Subscriptions
    }
    if (subscriptionsSetting?.mainSwitch === false) return templates
    const { itemSettings = {} } = subscriptionsSetting ?? {}
    return templates.filter((template) => /^(reject|ban)$/.test(itemSettings[template] ?? ''))
  },
  async ask(templates) {
    try {
      const answers = (await Taro.requestSubscribeMessage({
        tmplIds: [...templates],
        entityIds: [],
      })) as unknown as Record<string, string>
      return Object.fromEntries(templates.map((one) => [one, answers[one] === 'accept']))
    } catch (cause) {
      const { errCode } = (cause ?? {}) as { errCode?: number }
      if (errCode === SWITCHED_OFF) return Object.fromEntries(templates.map((one) => [one, false]))
      // No network, the app already behind, or templates that WeChat does not know: nobody has answered anything.
      log('Nobody was asked about messages', cause)
      return {}
    }
  },
}
