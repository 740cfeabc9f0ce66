import type { RollView } from '@contract/views'
import { Button } from 'antd'
import { useState } from 'react'
import { RollNames } from './RollNames'

type Props = { readonly matterId: string; readonly rolls: readonly RollView[] }

/** 名册: how many, and with which answer; who they are is read only when somebody asks. */
export function Rolls({ matterId, rolls }: Props) {
  return (
    <>
      {rolls.map((roll) => (
        <Roll key={roll.roll} matterId={matterId} roll={roll} />
      ))}
    </>
  )
}

function Roll({ matterId, roll }: { matterId: string; roll: RollView }) {
  const [open, setOpen] = useState(false)
  const { title, count, wanted, values } = roll
  return (
    <section aria-label={title} data-testid="roll" data-roll={roll.roll}>
      <h3>{title}</h3>
      <p className="roll-tally">
        <b>
          {count}
          {wanted === undefined ? '' : `/${wanted}`}
        </b>
        {values.map((value) => (
          <span key={value.title}>
            {value.title} {value.count}
          </span>
        ))}
        <Button
          size="small"
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          data-testid="roll-open"
        >
          {open ? '收起名册' : '名册'}
        </Button>
      </p>
      {open && <RollNames key={count} matterId={matterId} roll={roll.roll} title={title} />}
    </section>
  )
}
