import { roles, type Permission } from '../access/permissions'
import type { TimeLimit } from '../kind/kind'
import { checkFields } from './checkFields'
import type { ActionRow, DeadlineRow, FlowTable, MarkRow } from './flowTable'
import { keepsOut } from './relation'

/** What is wrong with a flow table, one sentence each; checked at start and in tests. Empty when it is sound. */
export function checkFlow(flow: FlowTable): string[] {
  return [
    ...missingTargets(flow),
    ...readInNoStatus(flow),
    ...beginsInNoStatus(flow),
    ...unreachable(flow),
    ...withoutEnd(flow),
    ...inNobodysCharge(flow),
    ...permittedToNobody(flow),
    ...warnsNobody(flow),
    ...withoutTime(flow),
    ...handlerInspects(flow),
    ...opensWithoutOwner(flow),
    ...checkFields(flow),
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

/** Of a status that is misspelt here everybody, or nobody, would read. */
function readInNoStatus({ openIn = [], ringIn = [], statuses }: FlowTable): string[] {
  return [...openIn, ...ringIn]
    .filter((status) => !(status in statuses))
    .map((status) => `it is read in ${status}, which is no status`)
}

function beginsInNoStatus({ report, statuses }: FlowTable): string[] {
  return (report.begins ?? [])
    .filter(({ status }) => !(status in statuses))
    .map(({ status }) => `it begins in ${status}, which is no status`)
}

function unreachable(flow: FlowTable): string[] {
  const first = [flow.initial, ...(flow.report.begins ?? []).map(({ status }) => status)]
  const reached = closure(new Set(first), stepsOf(flow), 'from', 'to')
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
    ({ relation, to, task, automatic, when }) =>
      (relation === undefined || keepsOut(relation)) &&
      (to !== status || task === 'open') &&
      automatic !== 'answer' &&
      (automatic !== 'onceTrue' || when === undefined),
  )
}

function permittedToNobody(flow: FlowTable): string[] {
  return Object.entries(flow.statuses).flatMap(([status, { actions }]) =>
    Object.entries(actions)
      .filter(([, row]) => !row.automatic && !isGranted(row.permission))
      .map(([action]) => `${action} in ${status} is permitted to nobody`),
  )
}

function deadlinesOf(flow: FlowTable): [string, DeadlineRow][] {
  return Object.entries(flow.statuses).flatMap(([name, { deadline, ended }]) =>
    typeof deadline === 'object' && !ended ? [[name, deadline] as [string, DeadlineRow]] : [],
  )
}

function warnsNobody(flow: FlowTable): string[] {
  return deadlinesOf(flow)
    .filter(([, { warns, marks }]) => !isGranted(warns) || marks?.some(tellsNobody))
    .map(([name]) => `the deadline of ${name} warns nobody`)
}

function tellsNobody({ tells }: MarkRow): boolean {
  return tells.length === 0
}

function withoutTime(flow: FlowTable): string[] {
  return deadlinesOf(flow)
    .filter(([, deadline]) => !limitsOf(deadline).every(({ hours }) => hours > 0))
    .map(([name]) => `the deadline of ${name} leaves no time`)
}

function limitsOf({ limit }: DeadlineRow): TimeLimit[] {
  if (typeof limit === 'string' || 'until' in limit) return []
  return 'clock' in limit ? [limit] : Object.values(limit)
}

/** Nobody both handles and inspects the same matter, so an inspection names the relation that keeps handlers out. */
function handlerInspects(flow: FlowTable): string[] {
  return Object.entries(flow.statuses).flatMap(([status, { actions }]) =>
    Object.entries(actions)
      .filter(
        ([, row]) =>
          row.permission === 'matter.inspect' && !row.automatic && !keepsOut(row.relation),
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
