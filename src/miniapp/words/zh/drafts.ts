export const drafts = {
  title: '没写完的',
  all: (count: number) => `没写完的 ${count} 条，全部看看`,
  empty: '没有没写完的。写到一半的会自己存在这里。',
  photos: (count: number) => `${count} 张照片`,
  dropped: '已去掉一条',
  undo: '撤销',
  unreadable: '这一条是别的版本写的，现在接不下去。更新连心后就能接着写，内容可以先复制出来。',
} as const
