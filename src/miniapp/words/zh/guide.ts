/** 第一次用: what each of the three needs to know, a step a screen. */
export const guide = {
  title: '怎么用',
  of: (step: number, all: number) => `${step}/${all}`,
  next: '下一步',
  skip: '跳过',
  start: '开始用',
  officer: [
    {
      icon: 'camera',
      title: '看到就拍',
      text: '点首页的大按钮，拍一张，选一类，发送。地点会自己找好。',
    },
    {
      icon: 'waiting',
      title: '没信号也能用',
      text: '写好的都在手机里，有信号会自己送出去。大按钮下面一行，说的是还有几条没送到。',
    },
    {
      icon: 'emergency',
      title: '紧急情况先打电话',
      text: '110、119、120 点一下就拨。打过电话，再报给镇里。',
    },
    {
      icon: 'ok',
      title: '报了有回音',
      text: '谁在办、哪天前办完，每件事里都写着。字小可以到“我的”里打开大字。',
    },
  ],
  worker: [
    {
      icon: 'day',
      title: '先看今天',
      text: '首页上面三个数：超时的、今天到期的、新来的。点数字就能看。',
    },
    { icon: 'pool', title: '接任务', text: '到“待接手”里点“我来办”。别人先接了，会告诉您是谁。' },
    { icon: 'done', title: '就地办结', text: '当场能处理的，拍一张、写一句，报上去就办结了。' },
    {
      icon: 'waiting',
      title: '没信号也能用',
      text: '做的都在手机里，有信号会自己送出去。字小可以到“我的”里打开大字。',
    },
  ],
  resident: [
    {
      icon: 'write',
      title: '有事就说',
      text: '点首页的大按钮，写几句话，可以配照片。镇里会回您。',
    },
    { icon: 'fraud', title: '拿不准先问', text: '怕是骗局、不知道怎么办事，先问一问，有人答。' },
    { icon: 'emergency', title: '紧急情况先打电话', text: '110、119、120 点一下就拨。' },
    {
      icon: 'ok',
      title: '办到哪了看得到',
      text: '到“事项”里看谁在办、哪天前办完。字小可以到“我的”里打开大字。',
    },
  ],
} as const
