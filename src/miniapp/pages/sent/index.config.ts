export default definePageConfig({ navigationBarTitleText: '送出情况' })
