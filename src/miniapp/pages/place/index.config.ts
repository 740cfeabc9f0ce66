export default definePageConfig({ navigationBarTitleText: '选网格' })
