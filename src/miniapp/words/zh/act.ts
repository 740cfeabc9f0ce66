export const act = {
  title: '办理',
  queued: '已记下，有信号就送',
  gone: '现在不能这样办了，请看看最新情况',
} as const
