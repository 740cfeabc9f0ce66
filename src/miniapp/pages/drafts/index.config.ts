export default definePageConfig({ navigationBarTitleText: '没写完的' })
