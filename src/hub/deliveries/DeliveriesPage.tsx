import { PageTrouble } from '../console/PageTrouble'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { HubPost } from '../session/findHubPost'
import { DeliveryList } from './DeliveryList'
import { EndpointCare } from './EndpointCare'
import { EndpointList } from './EndpointList'
import { HeldOnPhones } from './HeldOnPhones'
import { RegisterEndpoint } from './RegisterEndpoint'
import { useEndpoints } from './useEndpoints'
import './deliveries.css'

/** 接收地址: where the township's events are sent on to, and what became of each. Operators look, heads change. */
export function DeliveriesPage({ post, mayManage }: { post: HubPost; mayManage: boolean }) {
  const { endpoints, problem, refresh } = useEndpoints()
  const [chosenId, setChosenId] = useState<string>()
  const [registering, setRegistering] = useState(false)
  const chosen = endpoints?.find(({ endpointId }) => endpointId === chosenId) ?? endpoints?.[0]

  return (
    <main className="page" data-testid="deliveries">
      <HeldOnPhones />
      <header className="deliveries-heading">
        <div>
          <h2>接收地址</h2>
          <p className="quiet">
            镇里的事有变化，会自动送到这些地址；送不到会反复再送，放弃的可以在这里重送。
          </p>
        </div>
        {mayManage ? (
          <Button
            type="primary"
            onClick={() => setRegistering(true)}
            data-testid="register-endpoint"
          >
            登记接收地址
          </Button>
        ) : (
          <span className="quiet">登记和停用由中心主任来做</span>
        )}
      </header>
      <PageTrouble problem={problem} onRetry={() => void refresh()} />
      {!endpoints && problem === undefined && <Skeleton active />}
      {endpoints?.length === 0 && <p className="deliveries-empty">还没有登记接收地址。</p>}
      {endpoints && endpoints.length > 0 && (
        <EndpointList
          endpoints={endpoints}
          chosenId={chosen?.endpointId}
          mayManage={mayManage}
          onChoose={setChosenId}
          onChanged={refresh}
        />
      )}
      {chosen && (
        <EndpointCare
          key={`care-${chosen.endpointId}`}
          endpoint={chosen}
          mayManage={mayManage}
          onChanged={refresh}
        />
      )}
      {chosen && (
        <DeliveryList
          key={chosen.endpointId}
          endpoint={chosen}
          mayManage={mayManage}
          onReplayed={refresh}
        />
      )}
      {registering && (
        <RegisterEndpoint
          post={post}
          onClose={() => setRegistering(false)}
          onRegistered={refresh}
        />
      )}
    </main>
  )
}
