export const signIn = {
  title: '登录',
  wechat: '微信登录',
  demo: '用演示身份试一试',
  people: {
    officer: { name: '信息员', about: '看到就报，知道结果' },
    gridWorker: { name: '网格员', about: '接任务、办结、交回' },
    resident: { name: '居民', about: '说事、问事、查骗局' },
  },
  failed: '没有连上，请检查网络再试。写好的都还在。',
  working: '正在登录',
  kept: '没送出的内容都在手机里，登录后接着送。',
  consent:
    '点“微信登录”就是同意隐私说明：上报时用到您的照片、位置和联系方式，只给办这件事的人看。以后可以在“我的信息”里撤回。',
  staff: '工作人员第一次用：先微信登录，再用绑定码绑定工作身份。',
  onlyWechat: '网页上不能登录，请在微信里打开“连心”小程序。',
  unreachable: '没有连上，不知道能不能用演示身份登录。请检查网络再试。',
} as const
