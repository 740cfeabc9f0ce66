import Taro from '@tarojs/taro'
import { beforeTimeout } from './beforeTimeout'
import type { Http } from './ports'

/** Some WeChat versions never answer in airplane mode, so an own timer stands beside the request's. */
const GRACE_MS = 2_000

export const taroHttp: Http = async ({ address, headers, body, timeoutMs }) => {
  const request = Taro.request<unknown>({
    url: address,
    method: 'POST',
    header: { ...headers },
    data: body,
    timeout: timeoutMs,
  })
  const { statusCode, data } = await beforeTimeout(request, timeoutMs + GRACE_MS)
  return { status: statusCode, body: data }
}
