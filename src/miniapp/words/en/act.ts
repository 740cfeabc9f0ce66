import type { Words } from '../words'

export const act: Words['act'] = {
  title: 'Handle',
  queued: 'Noted. It goes out when there is signal',
  gone: 'This can no longer be done. Please look at where it stands now',
}
