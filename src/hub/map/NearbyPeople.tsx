import type { MatterView } from '@contract/views'
import { useAssignees } from '../form/useAssignees'
import { ownerChoices } from '../form/ownerChoices'

const SHOWN_MAX = 6

/** 谁能帮忙: the nearest people with a telephone, for the call that is quicker than any form. */
export function NearbyPeople({ matter }: { matter: MatterView }) {
  const { assignees } = useAssignees({ matterId: matter.matterId })
  if (!assignees) return null
  const people = ownerChoices(assignees, { areaCode: matter.area.code, search: '' })
    .flatMap(({ choices }) => choices)
    .filter(({ phone }) => phone !== undefined)
    .slice(0, SHOWN_MAX)
  if (people.length === 0) return null
  return (
    <section className="nearby" aria-labelledby="nearby-title" data-testid="nearby">
      <h3 id="nearby-title">谁能帮忙</h3>
      <ul>
        {people.map(({ key, name, detail, phone, openTasks }) => (
          <li key={key}>
            <b>{name}</b>
            <span className="quiet">{detail}</span>
            <span className="quiet">手上 {openTasks} 件</span>
            <a href={`tel:${phone}`}>{phone}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
