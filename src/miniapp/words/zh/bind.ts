export const bind = {
  title: '绑定工作身份',
  forWhom: '工作人员用',
  offer: '您是村里、镇里的工作人员吗？用绑定码换成工作身份，就能接任务、办事。',
  decline: '我是居民',
  guest: '请先用微信登录，再来绑定。',
  now: '您现在是',
  who: (area: string, role: string, name: string) => [area, role, name].filter(Boolean).join(' '),
  code: '绑定码（8 个字，大小写都行）',
  hint: 'K7WM 3QXD',
  lookalike: '绑定码里没有 0、1 和字母 I、O，请再看看。',
  length: (count: number) =>
    count === 0
      ? '请输入绑定码。没有的话，请向县里或镇综治中心要。'
      : `绑定码是 8 个，现在是 ${count} 个，请核对。`,
  submit: '绑定',
  working: '正在绑定',
  scan: '扫码输入',
  scanFailed: '相机没有打开，请照着纸上输入。',
  scanNone: '这个码里没有绑定码，请照着纸上输入。',
  unsent: (count: number) =>
    `还有 ${count} 条没有送到。绑定后就不能再用现在的身份送，请在有信号时先送完。`,
  seeQueue: '看待发的内容',
  unknown: '没有收到回音。请再点一次，不会重复绑定。',
  done: '绑好了',
  youAre: (who: string) => `您现在是 ${who}。`,
  goHome: '去首页',
  afterTitle: '绑定以后',
  after: [
    '这部手机换成您的工作身份，以后微信登录也是它。',
    '以前报的事照常办理，记在原来的身份上；绑定后在这里看不到它们，积分也留在原处。',
    '没写完的草稿还在，接着写，会用工作身份送。',
  ],
} as const
