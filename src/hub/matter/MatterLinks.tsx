import { hrefOf } from '../console/route'
import type { MatterDetail } from './useMatter'

type Link = {
  readonly matterId: string
  readonly number: string
  readonly title: string
}

/** What it belongs to, what belongs to it, and how many reports of the same it stands for. */
export function MatterLinks({ detail }: { detail: MatterDetail }) {
  const { matter, children } = detail
  const { parent, joinedTo, joinedReports } = matter
  const above = [...(parent ? [parent] : []), ...(joinedTo ? [joinedTo] : [])]
  if (above.length === 0 && children.length === 0 && joinedReports === 0) return null
  return (
    <section aria-labelledby="links-title">
      <h3 id="links-title">相关的事</h3>
      {joinedReports > 0 && (
        <p data-testid="joined-reports">另有 {joinedReports} 件同样的上报并到这一件</p>
      )}
      <ul className="links">
        {above.map((link) => (
          <LinkLine key={link.matterId} link={link} />
        ))}
        {children.map((link) => (
          <LinkLine key={link.matterId} link={{ ...link, title: `由它而起：${link.title}` }} />
        ))}
      </ul>
    </section>
  )
}

function LinkLine({ link }: { link: Link }) {
  return (
    <li>
      <a
        href={hrefOf({ page: 'matters', matterId: link.matterId })}
        data-testid="linked-matter"
        data-matter-id={link.matterId}
      >
        {link.title} {link.number}
      </a>
    </li>
  )
}
