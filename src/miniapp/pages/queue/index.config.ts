export default definePageConfig({ navigationBarTitleText: '待发的内容' })
