import type { Refusal } from '@domain/shared/refusal'

/** WeChat's servers as we need them: the code of `wx.login` for the person's openid. */
export type Wechat = {
  exchangeCode(code: string): Promise<{ openid: string } | Refusal>
}
