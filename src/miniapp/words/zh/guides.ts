export const guides = {
  title: '办事指南',
  papers: '带什么',
  place: '到哪里',
  ask: '打电话问',
  call: (phone: string) => `打电话问 ${phone}`,
  callFailed: (phone: string) => `没有拨出去，号码是 ${phone}`,
  none: '还没有办事指南。有事可以“问一问”，镇里会回您。',
  kept: '没有连上，这是上次存在手机里的。',
} as const
