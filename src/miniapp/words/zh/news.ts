export const news = {
  title: '消息',
  line: '消息、公告、身边的事',
  boxes: { notices: '消息', cards: '公告', around: '身边的事' },
  empty: {
    notices: '还没有消息。您报的事、办的事有了动静，会在这里告诉您。',
    cards: '村里镇里还没有公告。',
  },
  levels: { yellow: '◆ 快到期限', red: '▲ 已超期' },
  unseen: (count: number) => `${count} 条新的`,
  published: (count: number) => `${count} 条公告`,
  open: '看这件事',
  guest: '登录后可以看到给您的消息',
} as const
