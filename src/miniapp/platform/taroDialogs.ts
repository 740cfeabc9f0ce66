import Taro from '@tarojs/taro'
import { say } from '../words/say'
import type { Dialogs } from './ports'

const TOAST_MS = 2_500

export const taroDialogs: Dialogs = {
  toast(title) {
    void Taro.showToast({ title, icon: 'none', duration: TOAST_MS })
  },
  async confirm({ title, text, yes }) {
    const answer = await Taro.showModal({
      title,
      content: text,
      confirmText: yes,
      cancelText: say.cancel,
    })
    return answer.confirm
  },
  async tell({ title, text, yes }) {
    await Taro.showModal({ title, content: text, confirmText: yes, showCancel: false })
  },
  stopPullDown: () => Taro.stopPullDownRefresh(),
}
