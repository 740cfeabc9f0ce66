export const me = {
  title: '我的',
  large: '大字',
  largeOn: '已打开',
  largeOff: '没打开',
  points: '积分',
  queue: '待发的内容',
  data: '我的信息',
  dataValue: '看、改、导出、注销',
  privacy: '隐私说明',
  signOut: '退出登录',
  signOutAsk: '退出后，没送出的内容仍在手机里，等您再登录时送。',
  signIn: '去登录',
} as const
