import { hrefOf } from '../console/route'
import { Moment } from '../clock/Moment'
import { useEndpoints } from './useEndpoints'

const LOOK_EVERY_MS = 60_000

/** 失联: whoever looks after deliveries is told on every page, not only on the one nobody has open. */
export function SilentHubs() {
  const { endpoints } = useEndpoints(LOOK_EVERY_MS)
  const silent = endpoints?.filter(({ silentSince }) => silentSince !== null) ?? []
  return silent.map(({ endpointId, name, silentSince, waiting }) => (
    <div key={endpointId} className="banner" role="status" data-testid="silent-hub">
      <span>
        {name} 从 <Moment at={silentSince ?? ''} /> 起没有再收，{waiting}{' '}
        条在等。都留着，通了会接着送。
      </span>
      <a href={hrefOf({ page: 'deliveries' })}>去看看</a>
    </div>
  ))
}
