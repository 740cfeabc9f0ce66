/** What somebody is called who signed in through WeChat and has not said their name. */
export const UNNAMED = '微信用户'
