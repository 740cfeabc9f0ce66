import { act } from './act'
import { begin } from './begin'
import { bind } from './bind'
import { consent } from './consent'
import { contacts } from './contacts'
import { drafts } from './drafts'
import { emergency } from './emergency'
import { figures } from './figures'
import { follow } from './follow'
import { form } from './form'
import { grid } from './grid'
import { guide } from './guide'
import { guides } from './guides'
import { home } from './home'
import { matter } from './matter'
import { matters } from './matters'
import { me } from './me'
import { myData } from './myData'
import { news } from './news'
import { pin } from './pin'
import { place } from './place'
import { points } from './points'
import { queue } from './queue'
import { report } from './report'
import { room } from './room'
import { sent } from './sent'
import { signIn } from './signIn'
import { time } from './time'
import { visits } from './visits'
import { voice } from './voice'

/** Everything the app says, a file for each page. Plain words; each error says what happened, what is kept, what to do next. */
export const zh = {
  act,
  begin,
  bind,
  consent,
  contacts,
  drafts,
  emergency,
  figures,
  follow,
  form,
  grid,
  guide,
  guides,
  home,
  matter,
  matters,
  me,
  myData,
  news,
  pin,
  place,
  points,
  queue,
  report,
  room,
  sent,
  signIn,
  time,
  visits,
  voice,

  app: '连心',
  tabs: { home: '首页', matters: '事项', me: '我的' },
  comma: '，',
  pause: '、',
  chosen: (name: string) => `${name}，已选`,
  about: (title: string, field: string) => `${title}：${field}`,
  guest: '还没有登录',
  offline: '没有网络。写好的都在手机里，有信号就发。',
  ended: '登录过期了，写的都还在。点这里重新登录。',
  unreachable: '没有连上。手机里有的先给您看。',
  nothingKept: '没有连上，现在看不到。有信号时会自己出来。',
  retry: '再试一次',
  loading: '正在打开',
  back: '返回',
  cancel: '不了',
  urgency: { U1: '▲ 特急', U2: '◆ 紧急', U3: '● 一般', U4: '○ 便民' },
} as const
