import type { Words } from '../words'

export const signIn: Words['signIn'] = {
  consent:
    'To sign in through WeChat is to agree to the privacy notice: a report uses your photos, your location and how to reach you, seen only by those who deal with it. You can withdraw under “My data”.',
  title: 'Sign in',
  wechat: 'Sign in with WeChat',
  demo: 'Try it as somebody of the demo',
  people: {
    officer: {
      name: 'Information officer',
      about: 'Reports what they see, hears what became of it',
    },
    gridWorker: { name: 'Grid worker', about: 'Takes tasks, finishes them, hands them back' },
    resident: { name: 'Resident', about: 'Tells, asks, checks for scams' },
  },
  failed: 'No connection. Please check the network and try again. Everything you wrote is kept.',
  working: 'Signing in',
  kept: 'What was not sent is kept on the phone and goes out after you sign in.',
  staff: 'Staff, the first time: sign in with WeChat, then link your work identity with your code.',
  onlyWechat: 'One cannot sign in on the web. Please open the mini-program in WeChat.',
  unreachable:
    'No connection, so it is not known whether this is a demo. Please check the network and try again.',
}
