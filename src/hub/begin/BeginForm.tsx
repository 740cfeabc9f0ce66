import type { KindView, MatterView } from '@contract/views'
import { Alert, Button } from 'antd'
import { useId } from 'react'
import { AreaChoice } from '../area/AreaChoice'
import type { Area } from '../area/useAreasBelow'
import { FormFields } from '../form/FormFields'
import { wordsOf } from '../wire/WireProblem'
import { ownNames } from './reportForm'
import { useReportForm } from './useReportForm'

type Props = {
  readonly kind: KindView
  readonly homeArea: Area
  readonly onOtherKind: () => void
  readonly onDone: (matter: MatterView) => void
}

/** Everything one kind asks, on one page, and one press to send it. */
export function BeginForm({ kind, homeArea, onOtherKind, onDone }: Props) {
  const id = useId()
  const { form, fields, draft, edit, area, troubles, submit, press, sending, problem, kept } =
    useReportForm({ kind, homeArea, onDone })
  const isKept = kept !== undefined
  return (
    <form
      ref={form}
      className="begin-form"
      onSubmit={submit}
      onKeyDown={press}
      noValidate
      aria-label={`发起${kind.name}`}
      data-testid="begin-form"
    >
      <p className="begin-kind">
        <b>{kind.name}</b>
        <Button size="small" onClick={onOtherKind} disabled={isKept}>
          换一类
        </Button>
      </p>
      {kind.emergencyNumber !== null && (
        <Alert type="warning" showIcon title={`危急的请先拨 ${kind.emergencyNumber}，再来登记`} />
      )}
      <fieldset className="action-fieldset begin-fields" disabled={isKept || sending}>
        <AreaChoice
          homeArea={homeArea}
          at={kind.at}
          code={area.code}
          trouble={troubles[ownNames.area]}
          onChange={area.choose}
        />
        <FormFields
          id={id}
          form={fields}
          draft={draft}
          troubles={troubles}
          edit={edit}
          place={{ area: { code: area.code, name: homeArea.name } }}
        />
      </fieldset>
      {problem !== undefined && <BeginProblem problem={problem} isKept={isKept} />}
      <div className="action-form-end">
        <Button type="primary" htmlType="submit" loading={sending} data-testid="begin-submit">
          {isKept ? '再送一次' : '发起'}
        </Button>
      </div>
    </form>
  )
}

function BeginProblem({ problem, isKept }: { problem: unknown; isKept: boolean }) {
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={isKept ? '没有收到回音，不知道送到没有' : wordsOf(problem)}
      description={
        isKept ? '填的内容都还在。再送一次送的是同一份，不会变成两件。' : '填的内容都还在。'
      }
      data-testid="begin-problem"
    />
  )
}
