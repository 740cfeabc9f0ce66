export const emergency = {
  title: '紧急情况',
  first: '人要紧，先打电话',
  numbers: [
    { number: '110', who: '报警' },
    { number: '119', who: '火警、救援' },
    { number: '120', who: '急救' },
  ],
  then: '打过电话，再报给镇里',
} as const
