export default definePageConfig({
  navigationBarTitleText: '谁来走访过我',
  enablePullDownRefresh: true,
})
