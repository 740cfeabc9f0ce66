import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { InboxPanel } from '../inbox/InboxPanel'
import { MatterPanel } from '../matter/MatterPanel'
import type { HubPost } from '../session/findHubPost'
import type { HubConfig } from '../wire/hubConfig'

const MapPanel = lazy(() => import('../map/MapPanel').then((file) => ({ default: file.MapPanel })))

type Props = {
  readonly post: HubPost
  readonly config: HubConfig
  readonly matterId: string | undefined
}

/** Left what is due next, in the middle the matter, right the map and who can help. */
export function MattersPage({ post, config, matterId }: Props) {
  return (
    <div className="columns">
      <InboxPanel homeArea={post.area} openId={matterId} />
      <main className="matter-column" aria-label="事项">
        {matterId === undefined ? (
          <NothingOpen />
        ) : (
          <MatterPanel key={matterId} matterId={matterId} />
        )}
      </main>
      <aside className="map-column" aria-label="地图和能帮忙的人">
        <Suspense fallback={<Skeleton.Node active className="map-skeleton" />}>
          <MapPanel homeArea={post.area} tianditu={config.tianditu} openId={matterId} />
        </Suspense>
      </aside>
    </div>
  )
}

function NothingOpen() {
  return (
    <div className="nothing-open">
      <p>从左边选一件事，按 J、K 上下移动，Enter 打开。</p>
    </div>
  )
}
