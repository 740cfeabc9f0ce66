import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useEffect, useState } from 'react'
import { hrefOf } from '../console/route'
import { useConsole } from '../console/ConsoleContext'

type Near = ResponseOf<Operations['listNear']>['items'][number]

/** 附近没办完的事: whoever goes there may see to both. Nothing is said where nothing is near. */
export function NearMatters({ matterId }: { matterId: string }) {
  const { api } = useConsole()
  const [near, setNear] = useState<readonly Near[]>([])
  useEffect(() => {
    let current = true
    api.call('listNear', { matterId }).then(
      ({ items }) => current && setNear(items),
      () => current && setNear([]),
    )
    return () => {
      current = false
    }
  }, [api, matterId])
  if (near.length === 0) return null
  return (
    <section aria-labelledby="near-title" data-testid="near">
      <h3 id="near-title">附近没办完的事</h3>
      <ul className="links">
        {near.map((one) => (
          <li key={one.matterId} data-testid="near-matter">
            <a href={hrefOf({ page: 'matters', matterId: one.matterId })}>
              {one.title} · {one.statusTitle}
            </a>{' '}
            <span className="quiet">
              相距 {one.metres} 米 · {one.number}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
