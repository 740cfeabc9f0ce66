export const consent = {
  title: '用到您的信息前，先说一声',
  text: '上报要用相机、麦克风和位置，只交给镇综治中心处理这件事。不同意也可以看内容。',
  contract: '看完整的说明',
  agree: '同意',
  refuse: '不同意',
} as const
