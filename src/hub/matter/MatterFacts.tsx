import type { MatterView } from '@contract/views'
import type { ReactNode } from 'react'
import { Moment } from '../clock/Moment'

export function MatterFacts({ matter }: { matter: MatterView }) {
  return (
    <section aria-labelledby="facts-title">
      <h3 id="facts-title">情况</h3>
      <dl className="facts" data-testid="facts">
        <Fact name="类别">
          {matter.kind.categoryName} · {matter.kind.name}
        </Fact>
        <Fact name="上报人">
          {matter.reporter.name}（{matter.reporter.roleTitle}）
        </Fact>
        <Fact name="发现">
          <Moment at={matter.discoveredAt} />
          {matter.clockAheadMs !== undefined && `（${clockWords(matter.clockAheadMs)}，已改正）`}
        </Fact>
        <Fact name="收到">
          <Moment at={matter.receivedAt} />
        </Fact>
        {matter.dueAt && !matter.ended && (
          <Fact name="期限">
            <Moment at={matter.dueAt} />
          </Fact>
        )}
        <Fact name="地方">{matter.area.name}</Fact>
        <Fact name="位置">{placeWords(matter.place)}</Fact>
        {matter.lastNote && <Fact name="最近的话">{matter.lastNote}</Fact>}
        {matter.endedAt && (
          <Fact name="办结">
            <Moment at={matter.endedAt} />
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const datumWords = { gcj02: '微信、高德坐标', wgs84: 'GPS 坐标' } as const

function placeWords(place: MatterView['place']): string {
  if (!place) return '没有定位'
  const accuracy = place.byHand ? '，上报人在图上点的' : metresWords(place.accuracyMetres)
  const point = `${place.longitude.toFixed(5)}, ${place.latitude.toFixed(5)}`
  return `${point}（${datumWords[place.datum]}${accuracy}）`
}

function metresWords(metres: number | undefined): string {
  return metres === undefined ? '' : `，误差约 ${Math.round(metres)} 米`
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** How wrong the phone's clock was, as far as it matters to whoever reads the time beside it. */
function clockWords(aheadMs: number): string {
  const off = Math.abs(aheadMs)
  const long =
    off < HOUR_MS ? `${Math.round(off / MINUTE_MS)} 分钟` : `${Math.round(off / HOUR_MS)} 小时`
  return `手机时钟${aheadMs > 0 ? '快' : '慢'}了 ${long}`
}
