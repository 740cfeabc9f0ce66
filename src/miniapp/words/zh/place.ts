export const place = {
  title: '选网格',
  areaTitle: '选村镇',
  township: '哪个镇',
  village: '哪个村（社区）',
  grid: '哪个网格',
  back: '上一级',
  own: '我的网格',
  unreachable: '没有网络，手机里也没有这个镇的网格。请到有信号的地方再试。',
} as const
