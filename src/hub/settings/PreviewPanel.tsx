import { Moment } from '../clock/Moment'
import type { Preview } from './useDraft'

/** 预览: what would change, in words, and how many open matters keep what they began with. */
export function PreviewPanel({ preview }: { preview: Preview }) {
  const { flows, kinds, openMatters, skips, effectiveFrom } = preview
  const nothing = flows.length === 0 && kinds.length === 0
  return (
    <section className="set-preview" aria-label="预览" data-testid="settings-preview">
      <h3>会改变什么</h3>
      <p>
        从 <Moment at={effectiveFrom} /> 起，新报的按新的办；现在开着的 {openMatters}{' '}
        件照各自开始时的办完。
      </p>
      {skips.length > 0 && (
        <p className="needs-you">
          排在后面还没到时间的第 {skips.join('、')} 版不再生效，它的内容已经在这一版里。
        </p>
      )}
      {nothing && <p>和到时候要用的一样，没有改变。</p>}
      <ul>
        {flows.map((one) => (
          <Difference key={one.flow} name={one.title} {...one} onWords="重新开办" offWords="停办" />
        ))}
        {kinds.map((one) => (
          <Difference
            key={one.code}
            {...one}
            name={`${one.code} ${one.name}`}
            onWords="重新启用"
            offWords="停用"
          />
        ))}
      </ul>
    </section>
  )
}

type DifferenceProps = {
  readonly name: string
  readonly switched?: 'off' | 'on' | 'added' | 'removed' | undefined
  readonly words: readonly string[]
  readonly openMatters: number
  readonly onWords: string
  readonly offWords: string
}

function Difference({ name, switched, words, openMatters, onWords, offWords }: DifferenceProps) {
  const turned = { off: offWords, on: onWords, added: '新加', removed: '去掉' }
  return (
    <li data-testid="difference">
      <b>{name}</b>
      {switched && <span className="needs-you"> {turned[switched]}</span>}
      {openMatters > 0 && <span className="quiet">（开着 {openMatters} 件，照旧的办完）</span>}
      {words.map((one) => (
        <div key={one}>{one}</div>
      ))}
    </li>
  )
}
