import Taro from '@tarojs/taro'
import type { Network } from './ports'

export const taroNetwork: Network = {
  async isOnline() {
    const { networkType } = await Taro.getNetworkType()
    return networkType !== 'none'
  },
  onChange(listener) {
    Taro.onNetworkStatusChange(({ isConnected }) => listener(isConnected))
  },
}
