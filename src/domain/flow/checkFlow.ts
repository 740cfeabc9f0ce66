import { roles, type Permission } from '../access/permissions'
import type { ActionRow, FlowTable } from './flowTable'

/** What is wrong with a flow table, one sentence each; checked at start and in tests. Empty when it is sound. */
export function checkFlow(flow: FlowTable): string[] {
  return [
    ...missingTargets(flow),
    ...unreachable(flow),
    ...withoutEnd(flow),
    ...inNobodysCharge(flow),
    ...permittedToNobody(flow),
    ...warnsNobody(flow),
    ...handlerInspects(flow),
    ...opensWithoutOwner(flow),
  ]
}

type Step = { from: string; action: string; to: string }

function stepsOf(flow: FlowTable): Step[] {
  return Object.entries(flow.statuses).flatMap(([from, status]) =>
    Object.entries(status.actions).map(([action, row]) => ({ from, action, to: row.to })),
  )
}

function missingTargets(flow: FlowTable): string[] {
  return stepsOf(flow)
    .filter((step) => !(step.to in flow.statuses))
    .map((step) => `${step.from} --${step.action}--> ${step.to}, which is no status`)
}

function unreachable(flow: FlowTable): string[] {
  const reached = closure(new Set([flow.initial]), stepsOf(flow), 'from', 'to')
  return Object.keys(flow.statuses)
    .filter((status) => !reached.has(status))
    .map((status) => `nothing leads to ${status}`)
}

function withoutEnd(flow: FlowTable): string[] {
  const ends = Object.keys(flow.statuses).filter((status) => flow.statuses[status]?.ended)
  const canEnd = closure(new Set(ends), stepsOf(flow), 'to', 'from')
  return Object.keys(flow.statuses)
    .filter((status) => !canEnd.has(status))
    .map((status) => `from ${status} no end can be reached`)
}

function closure(
  seen: Set<string>,
  steps: Step[],
  near: 'from' | 'to',
  far: 'from' | 'to',
): Set<string> {
  const found = steps.filter((step) => seen.has(step[near]) && !seen.has(step[far]))
  return found.length === 0
    ? seen
    : closure(new Set([...seen, ...found.map((s) => s[far])]), steps, near, far)
}

/** Somebody falls ill or moves away: whoever is in charge of the area must be able to take the matter on. */
function inNobodysCharge(flow: FlowTable): string[] {
  return Object.entries(flow.statuses)
    .filter(([name, { ended, actions }]) => !ended && !hasMoveOfTheArea(name, actions))
    .map(([name]) => `in ${name} nobody but the people involved can move it on`)
}

function hasMoveOfTheArea(status: string, actions: Readonly<Record<string, ActionRow>>): boolean {
  return Object.values(actions).some(
    ({ relation, to, task }) =>
      (relation === undefined || keepsHandlersOut.has(relation)) &&
      (to !== status || task === 'open'),
  )
}

function permittedToNobody(flow: FlowTable): string[] {
  return Object.entries(flow.statuses).flatMap(([status, { actions }]) =>
    Object.entries(actions)
      .filter(([, row]) => !isGranted(row.permission))
      .map(([action]) => `${action} in ${status} is permitted to nobody`),
  )
}

function warnsNobody(flow: FlowTable): string[] {
  return Object.entries(flow.statuses)
    .filter(([, status]) => !status.ended && status.deadline && !isGranted(status.deadline.warns))
    .map(([name]) => `the deadline of ${name} warns nobody`)
}

const keepsHandlersOut = new Set<ActionRow['relation']>(['notHandler', 'uninvolved'])

/** Nobody both handles and inspects the same matter, so an inspection names the relation that keeps handlers out. */
function handlerInspects(flow: FlowTable): string[] {
  return Object.entries(flow.statuses).flatMap(([status, { actions }]) =>
    Object.entries(actions)
      .filter(
        ([, row]) => row.permission === 'matter.inspect' && !keepsHandlersOut.has(row.relation),
      )
      .map(([action]) => `${action} in ${status} lets a handler inspect their own work`),
  )
}

function opensWithoutOwner(flow: FlowTable): string[] {
  return Object.entries(flow.statuses).flatMap(([status, { actions }]) =>
    Object.entries(actions)
      .filter(
        ([, row]) => row.task === 'open' && !row.form.some((f) => f.type === 'owner' && f.required),
      )
      .map(([action]) => `${action} in ${status} opens a task for nobody`),
  )
}

function isGranted(permission: Permission): boolean {
  return Object.values(roles).some((role) =>
    (role.grants as readonly Permission[]).includes(permission),
  )
}
