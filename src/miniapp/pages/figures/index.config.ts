export default definePageConfig({
  navigationBarTitleText: '我的工作质量',
  enablePullDownRefresh: true,
})
