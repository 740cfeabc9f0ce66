import * as v from 'valibot'
import { defineOperation } from '../operation'
import { text } from '../shapes'
import { SessionView } from './signIn'

/** As people type it: any case, with spaces or hyphens between. */
const BindingCode = v.pipe(
  text(40),
  v.minLength(1),
  v.transform((typed) => typed.toUpperCase().replace(/[\s-]/g, '')),
)

export const bindAccount = defineOperation({
  name: 'bindAccount',
  summary: '微信登录后输入绑定码，把这部手机绑定到本人的账号；原来的令牌失效，返回新的令牌',
  request: v.object({ code: BindingCode }),
  response: SessionView,
  problems: [
    'binding.needs-wechat',
    'binding.code-unknown',
    'binding.code-used',
    'binding.code-expired',
    'binding.too-many-attempts',
  ],
})
