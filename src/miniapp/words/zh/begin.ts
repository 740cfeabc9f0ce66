export const begin = {
  title: '更多办事',
  none: '现在没有您可以办的。要报事，请回首页点大按钮。',
} as const
