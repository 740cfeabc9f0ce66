export default definePageConfig({
  navigationBarTitleText: '连心',
  enablePullDownRefresh: true,
  usingComponents:
    process.env.TARO_ENV === 'weapp'
      ? { 'photo-badge': '../../native/photo-badge/photo-badge' }
      : {},
})
