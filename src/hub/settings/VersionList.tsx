import { Moment } from '../clock/Moment'
import type { Version } from './useCountySettings'

export const stateWords = {
  planned: '还没到时间',
  inForce: '正在用',
  past: '用过',
  skipped: '没有生效，被新的代替了',
} as const

/** Every version with who made it, when, from when and why. None is ever changed. */
export function VersionList({ versions }: { versions: readonly Version[] }) {
  if (versions.length === 0) return <p className="quiet">还没有改过，现在用的是原来的设置。</p>
  return (
    <div className="table-frame set-versions">
      <table data-testid="settings-versions">
        <thead>
          <tr>
            <th scope="col">版本</th>
            <th scope="col">状态</th>
            <th scope="col">从什么时候起</th>
            <th scope="col">谁改的</th>
            <th scope="col">什么时候改的</th>
            <th scope="col">为什么</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((one) => (
            <tr key={one.version} data-testid="version-row" data-state={one.state}>
              <th scope="row">第 {one.version} 版</th>
              <td>{stateWords[one.state]}</td>
              <td>
                <Moment at={one.effectiveFrom} />
              </td>
              <td>{one.madeBy}</td>
              <td>
                <Moment at={one.madeAt} />
              </td>
              <td className="answer">{one.note || '没有写'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
