export const figures = {
  title: '我的工作质量',
  only: '只有您自己看得到，不排名，不和别人比。',
  month: (year: string, month: string) => `${year}年${Number(month)}月`,
  earlier: '看上个月',
  now: '看这个月',
  of: (count: number, of: number) => `${count} / ${of}`,
  none: '这个月还没有接手的事。',
  cut: '事太多，只数了最近的一部分。',
  names: {
    handled: '接手的，办好了',
    inTime: '办好的，没有超时',
    returned: '办好的，被退回过',
    reopened: '办好的，又被提出来',
    rated: '办好的，有人评价',
    satisfied: '评价里，满意',
    solved: '评价里，说解决了',
  },
} as const
