import type { Board } from './useBoard'

/** 没有上报的地方: asked, not reproached. A quiet place may be a quiet place, or one nobody heard from. */
export function SilentPlaces({ board: { silent } }: { board: Board }) {
  if (silent.count === 0) return null
  const more = silent.count - silent.areas.length
  return (
    <section className="silent-places" data-testid="silent-places">
      <h3>
        这些天没有收到过的地方（{silent.count}/{silent.of}）
      </h3>
      <p>是真的没事，还是有事没报上来、手机没信号、人手不够？可以打个电话问一问。</p>
      <p className="quiet">
        {silent.areas.map(({ name }) => name).join('、')}
        {more > 0 && `，还有 ${more} 个`}
      </p>
    </section>
  )
}
