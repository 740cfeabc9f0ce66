export const matters = {
  boxes: {
    mine: '在办',
    pool: '待接手',
    done: '办完',
    reports: '我报的',
    around: '身边的事',
    grid: '我的网格',
    aboutMe: '谁来走访过我',
  },
  empty: {
    mine: '手上没有要办的事。到“待接手”里看看。',
    pool: '没有等人接手的事。',
    done: '还没有办完的事。',
    reports: '还没有报过事。在首页点大按钮就能报。',
    grid: '您的网格里没有要办的事。',
    aboutMe: '没有人来走访过您，或者来的人没有写上您的名字。',
    around: '身边没有正在商量、报名、找人的事。有了会在这里。',
  },
  orders: { due: '先到期的在前', near: '离我近的在前' },
  locating: '正在定位',
  away: (metres: number) =>
    metres < 1000
      ? `离我约 ${Math.max(10, Math.round(metres / 10) * 10)} 米`
      : `离我约 ${(metres / 1000).toFixed(1)} 公里`,
  noPlace: {
    denied: '没有定位权限，先按到期排着。打开权限后再试，位置只在手机里用。',
    unavailable: '没有定到位，先按到期排着。到开阔处再试一次。',
  },
  more: '往下拉，看更早的',
  noMore: '没有更早的了',
  enough: (max: number) => `这里只列最近 ${max} 条`,
  claim: '我来办',
  claimed: '接到了，在“在办”里',
  claimedBy: (name: string, time: string) => `${name}${time && ` ${time} `}已经接手了`,
  doneBy: (name: string, time: string, did: string) =>
    `${name} ${time} 先办了${did && `“${did}”`}，您写的还在`,
  claimUnknown: '没有收到回音，请再点一次，不会重复',
  claimQueued: '已记下，还没得到确认。有信号就去接',
  unconfirmed: '还没得到确认，有信号就去接',
  guest: '登录后可以看到您报的事',
} as const
