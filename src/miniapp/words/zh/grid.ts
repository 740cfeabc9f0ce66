export const grid = {
  title: '我的网格',
  drawn: '网格图',
  tiles: '带街道的地图',
  plain: '只看网格图',
  shown: (shown: number, all: number) =>
    shown === all ? `图上 ${shown} 件` : `图上 ${shown} 件，共 ${all} 件。不在图上的在下面。`,
  none: '您的网格里没有要办的事。',
  noOutline: '没有拿到网格的边界，图上只有事的位置。',
  more: (count: number) => `再看 ${count} 件`,
  point: (n: number, name: string) => `${n}，${name}`,
  locate: '我在哪里',
  here: '我在这里',
} as const
