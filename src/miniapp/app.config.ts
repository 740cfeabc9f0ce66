const forWeapp = process.env.TARO_ENV === 'weapp'

/** What only WeChat reads; elsewhere these keys would be dead weight. */
const weappOnly: Record<string, unknown> = {
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  permission: { 'scope.userLocation': { desc: '上报时知道在哪个网格，好派人来' } },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
}

export default defineAppConfig({
  // All of them in the main package: a page that still has to be fetched cannot open where there is no signal.
  pages: [
    'pages/home/index',
    'pages/matters/index',
    'pages/me/index',
    'pages/report/index',
    'pages/sent/index',
    'pages/matter/index',
    'pages/act/index',
    'pages/begin/index',
    'pages/news/index',
    'pages/queue/index',
    'pages/drafts/index',
    'pages/points/index',
    'pages/place/index',
    'pages/pin/index',
    'pages/emergency/index',
    'pages/sign-in/index',
    'pages/bind/index',
    'pages/guide/index',
    'pages/grid/index',
    'pages/figures/index',
    'pages/visits/index',
    'pages/follow/index',
    'pages/contacts/index',
    'pages/guides/index',
    'pages/my-data/index',
  ],
  window: {
    navigationBarTitleText: '连心',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: '#F5F6F5',
    backgroundColor: '#F5F6F5',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#4D5B55',
    selectedColor: '#0B6E4F',
    backgroundColor: '#FFFFFF',
    list: [
      tab('pages/home/index', '首页', 'home'),
      tab('pages/matters/index', '事项', 'matters'),
      tab('pages/me/index', '我的', 'me'),
    ],
  },
  // A page transition that is still running while the next begins leaves the old page hidden in H5.
  ...(forWeapp ? weappOnly : { animation: false }),
})

function tab(pagePath: string, text: string, icon: string) {
  return {
    pagePath,
    text,
    iconPath: `icons/tab-${icon}.png`,
    selectedIconPath: `icons/tab-${icon}-on.png`,
  }
}
