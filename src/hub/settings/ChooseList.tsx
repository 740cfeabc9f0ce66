import { useContext, useState } from 'react'
import { ProblemsContext } from './SettingsField'

export type ListItem = {
  readonly key: string
  readonly title: string
  /** Problems below it are marked in the list, or nobody would find the page they are on. */
  readonly path: string
  readonly mark: string
}

type Props = {
  readonly title: string
  readonly items: readonly ListItem[]
  readonly chosen: string | undefined
  readonly onChoose: (key: string) => void
  readonly searchable?: boolean
}

/** What there is to choose from, with what has been changed and what is wrong. */
export function ChooseList({ title, items, chosen, onChoose, searchable }: Props) {
  const problems = useContext(ProblemsContext)
  const [search, setSearch] = useState('')
  const found = items.filter(({ title: words, key }) => `${key} ${words}`.includes(search.trim()))
  const isWrong = ({ path }: ListItem) =>
    problems.some((one) => one.path === path || one.path.startsWith(`${path}.`))
  return (
    <nav className="set-list" aria-label={title}>
      {searchable && (
        <input
          type="search"
          value={search}
          placeholder="找类别：名称或编号"
          aria-label="找类别"
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      <ul>
        {found.map((item) => (
          <li key={item.key}>
            <button
              type="button"
              aria-current={item.key === chosen ? 'true' : undefined}
              onClick={() => onChoose(item.key)}
              data-testid="choose"
              data-key={item.key}
            >
              <span>{item.title}</span>
              {isWrong(item) ? (
                <span className="set-mark set-wrong">有问题</span>
              ) : (
                item.mark && <span className="set-mark">{item.mark}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">没有找到</p>}
    </nav>
  )
}
