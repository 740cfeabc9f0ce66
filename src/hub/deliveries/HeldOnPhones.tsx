import { heldReasons, type HoldingView } from '@contract/api/holdings'
import { problems } from '@contract/problems'
import { Button, Skeleton } from 'antd'
import { Moment } from '../clock/Moment'
import { PageTrouble } from '../console/PageTrouble'
import { useHoldings } from './useHoldings'

/** 手机上还没送到的: whom to call before a report is lost with its phone. Numbers and reasons only; the rest is theirs. */
export function HeldOnPhones() {
  const { items, next, problem, read } = useHoldings()
  return (
    <section
      aria-labelledby="held-title"
      className="delivery-list held"
      data-testid="held-on-phones"
    >
      <header>
        <h2 id="held-title">手机上还没送到的</h2>
        <span className="quiet">手机有信号就会自己送；很久没有消息的，可以打电话问一问。</span>
      </header>
      <PageTrouble problem={problem} onRetry={() => void read()} />
      {!items && problem === undefined && <Skeleton active />}
      {items?.length === 0 && (
        <p className="deliveries-empty">没有手机说还有没送到的。从没连上过的手机，这里看不到。</p>
      )}
      {items && items.length > 0 && <HeldTable items={items} />}
      {next !== null && <Button onClick={() => void read(next)}>再看一页</Button>}
    </section>
  )
}

function HeldTable({ items }: { items: readonly HoldingView[] }) {
  return (
    <div className="table-frame">
      <table data-testid="held-table">
        <thead>
          <tr>
            <th scope="col">谁的手机</th>
            <th scope="col">电话</th>
            <th scope="col">还有什么没送到</th>
            <th scope="col">要本人看的</th>
            <th scope="col">最早的一条从</th>
            <th scope="col">最近一次有消息</th>
          </tr>
        </thead>
        <tbody>
          {items.map((holding) => (
            <HeldRow key={holding.holdingId} holding={holding} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeldRow({ holding }: { holding: HoldingView }) {
  const { person, needsYou, since, heardAt, silent } = holding
  return (
    <tr data-testid="held-row">
      <th scope="row">
        {person.name}
        <div className="quiet">
          {person.area.name} {person.roleTitle}
        </div>
      </th>
      <td>{person.phone ? <a href={`tel:${person.phone}`}>{person.phone}</a> : '没有登记'}</td>
      <td className="answer">{sayHeld(holding)}</td>
      <td className="answer">{needsYou.map(sayReason).join('；') || '没有'}</td>
      <td>
        <Moment at={since} />
      </td>
      <td className={silent ? 'needs-you' : ''}>
        <Moment at={heardAt} />
        {silent && <div>之后再没有消息</div>}
      </td>
    </tr>
  )
}

function sayHeld({ reports, actions, photos, voices, films, bytes }: HoldingView): string {
  const parts = [
    [reports, '件上报'],
    [actions, '步办理'],
    [photos, '张照片'],
    [voices, '段语音'],
    [films, '段视频'],
  ] as const
  const words = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []))
  return `${words.join('，') || '没有内容'}${bytes > 0 ? `，共 ${sayBytes(bytes)}` : ''}`
}

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE

function sayBytes(bytes: number): string {
  return bytes < MEGABYTE
    ? `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`
    : `${(bytes / MEGABYTE).toFixed(1)} MB`
}

function sayReason({ code, count }: HoldingView['needsYou'][number]): string {
  const reasons: Readonly<Record<string, string>> = heldReasons
  const titles: Readonly<Record<string, { title: string }>> = problems
  return `${count} 条：${reasons[code] ?? titles[code]?.title ?? '没有送成'}`
}
