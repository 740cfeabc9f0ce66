import { Moment } from '../clock/Moment'
import { useConsole } from '../console/ConsoleContext'
import { PagedList } from '../look/PagedList'
import { usePages } from '../wire/usePages'

type Props = { readonly matterId: string; readonly roll: string; readonly title: string }

export function RollNames({ matterId, roll, title }: Props) {
  const { api } = useConsole()
  const pages = usePages((after) =>
    api.call('listRoll', { matterId, roll, ...(after === undefined ? {} : { after }) }),
  )
  return (
    <PagedList pages={pages} empty="还没有人">
      {(items) => (
        <table className="roll-names" aria-label={`${title}名册`} data-testid="roll-names">
          <tbody>
            {items.map(({ name, value, note, at }, row) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                <td>{value}</td>
                <td>{note}</td>
                <td className="quiet">
                  <Moment at={at} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PagedList>
  )
}
