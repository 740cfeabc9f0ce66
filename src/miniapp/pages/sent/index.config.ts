export default definePageConfig({ navigationBarTitleText: '已送出' })
