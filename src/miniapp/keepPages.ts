import { log } from './platform/log'

/**
 * A browser fetches each page when it is first opened, which is too late where there is no signal; so all of them are
 * fetched once the first one stands. On a phone they are in the package.
 */
export function keepPages(): void {
  if (process.env.TARO_ENV === 'h5') {
    Promise.all([
      import('./pages/report/index'),
      import('./pages/sent/index'),
      import('./pages/queue/index'),
      import('./pages/drafts/index'),
      import('./pages/place/index'),
      import('./pages/emergency/index'),
      import('./pages/matters/index'),
      import('./pages/matter/index'),
      import('./pages/act/index'),
      import('./pages/points/index'),
      import('./pages/begin/index'),
      import('./pages/news/index'),
      import('./pages/me/index'),
      import('./pages/guide/index'),
      import('./pages/grid/index'),
      import('./pages/figures/index'),
      import('./pages/visits/index'),
      import('./pages/follow/index'),
      import('./pages/contacts/index'),
      import('./pages/guides/index'),
      import('./pages/my-data/index'),
    ]).catch((cause: unknown) => log('Not every page was fetched ahead', cause))
  }
}
