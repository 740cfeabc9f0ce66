export const room = {
  tight: (percent: number) =>
    `手机里给连心的地方用了 ${percent}%，快满了。到有信号的地方送出去，就会空出来。`,
  filesFull:
    '手机里给连心的地方满了，先不能加照片，文字还可以报，已有的都在。请到有信号的地方送出去。',
  recordsFull: '手机里给连心的地方满了，新写的先存成草稿，已有的都在。请到有信号的地方送出去。',
} as const
