import { Button } from 'antd'

type Props = {
  readonly picked: readonly { readonly key: string; readonly name: string }[]
  readonly onDrop: (key: string) => void
}

/** What has been chosen so far, each with a way back. */
export function PickedList({ picked, onDrop }: Props) {
  if (picked.length === 0) return null
  return (
    <ul className="picked" aria-label="已选">
      {picked.map(({ key, name }) => (
        <li key={key} data-testid="picked">
          <b>{name}</b>
          <Button size="small" onClick={() => onDrop(key)} aria-label={`去掉${name}`}>
            去掉
          </Button>
        </li>
      ))}
    </ul>
  )
}
