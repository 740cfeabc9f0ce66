/** Times as people say them. The patterns are those of dayjs. */
export const time = {
  near: { before: '前天', yesterday: '昨天', today: '今天', tomorrow: '明天', after: '后天' },
  day: 'M月D日',
  dayOfYear: 'YYYY年M月D日',
  nearDay: (near: string, exact: string) => `${near}（${exact}）`,
  until: (time: string) => `${time} 前`,
  left: (length: string) => `还剩 ${length}`,
  over: (length: string) => `已超时 ${length}`,
  minutes: (count: number) => `${count} 分钟`,
  hours: (count: number) => `${count} 小时`,
  days: (count: number) => `${count} 天`,
} as const
