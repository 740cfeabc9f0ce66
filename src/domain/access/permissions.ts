/** Permission 权限: a verb on a kind of thing. Code asks for permissions, never for roles. */
export const permissions = [
  'matter.report',
  'matter.read',
  'matter.readSensitive',
  'matter.accept',
  'matter.confirm',
  'matter.dispatch',
  'matter.handle',
  'matter.closeOnSpot',
  'matter.inspect',
  'matter.close',
  /** 异议裁定、延期: the head of the hub. */
  'matter.rule',
  /** 挂账: the county. */
  'matter.suspend',
  /** 督查、超期申诉的裁定 */
  'matter.supervise',
  /** 议事、报名、评价: whoever lives or works there. */
  'matter.participate',
  'task.read',
  'task.claim',
  /** 身份查找: whoever is asked whether they know somebody. */
  'search.answer',
  'topic.run',
  'mediation.conduct',
  /** 警调对接: the police hand a dispute over. */
  'mediation.refer',
  'petition.decide',
  /** 日常哨、应急哨 */
  'whistle.blow',
  /** 攻坚哨: leaders only, so that it stays rare. */
  'whistle.blowHard',
  'fraud.assess',
  'alert.issue',
  'duty.plan',
  'duty.serve',
  /** 入户走访 */
  'visit.record',
  'service.organise',
  'notice.issue',
  /** 双联户户长 */
  'unit.speak',
  'camera.request',
  'camera.approve',
  'settings.change',
  'numbers.read',
  'person.read',
  'person.manage',
  'points.earn',
  'points.readOwn',
  /** 月度结算: prepared by one, approved by another. */
  'points.settle',
  'points.approve',
  'console.signIn',
  'hub.operate',
  'hub.manageEndpoints',
  'county.import',
  /** 三员: accounts are made by one, posts granted by another, and a third reads what both did. */
  'account.read',
  'account.make',
  'account.unlock',
  'post.grant',
  'audit.read',
] as const

export type Permission = (typeof permissions)[number]

const resident = [
  'matter.report',
  'matter.participate',
  'points.earn',
  'points.readOwn',
] as const satisfies readonly Permission[]

const worker = [
  'matter.report',
  'matter.read',
  'matter.participate',
  'matter.handle',
  'matter.closeOnSpot',
  'task.read',
  'task.claim',
  'search.answer',
  'duty.serve',
  'visit.record',
  'points.readOwn',
] as const satisfies readonly Permission[]

const hub = [
  'matter.report',
  'matter.read',
  'matter.readSensitive',
  'matter.accept',
  'matter.confirm',
  'matter.dispatch',
  'matter.inspect',
  'matter.close',
  'matter.participate',
  'task.read',
  'topic.run',
  'whistle.blow',
  'fraud.assess',
  'alert.issue',
  'duty.plan',
  'service.organise',
  'notice.issue',
  'camera.request',
  'numbers.read',
  'person.read',
  'points.settle',
  'console.signIn',
  'hub.operate',
] as const satisfies readonly Permission[]

const hubHead = [
  ...hub,
  'matter.rule',
  'whistle.blowHard',
  'petition.decide',
  'camera.approve',
  'points.approve',
  'person.manage',
  'account.read',
  'hub.manageEndpoints',
] as const satisfies readonly Permission[]

/** Role 角色: what a post (岗位) carries; each role is a set of permissions within the post's area. */
export const roles = {
  resident: { title: '居民', grants: resident },
  informationOfficer: { title: '信息员', grants: resident },
  unitHead: { title: '双联户户长', grants: [...resident, 'unit.speak'] },
  gridWorker: { title: '网格员', grants: worker },
  villageOfficer: {
    title: '村(社区)干部',
    grants: [...worker, 'topic.run', 'service.organise', 'notice.issue', 'console.signIn'],
  },
  persuader: { title: '劝导员', grants: ['matter.report', 'duty.serve', 'points.readOwn'] },
  mediator: {
    title: '人民调解员',
    grants: [
      'matter.report',
      'matter.handle',
      'task.read',
      'task.claim',
      'mediation.conduct',
      'console.signIn',
    ],
  },
  departmentOfficer: {
    title: '部门工作人员',
    grants: [
      'matter.report',
      'matter.handle',
      'task.read',
      'task.claim',
      'mediation.refer',
      'camera.request',
      'console.signIn',
    ],
  },
  hubOperator: { title: '镇综治中心值班员', grants: hub },
  hubHead: { title: '镇综治中心主任', grants: hubHead },
  townLeader: {
    title: '镇领导',
    grants: [
      'matter.report',
      'matter.read',
      'matter.handle',
      'matter.inspect',
      'task.read',
      'task.claim',
      'whistle.blow',
      'whistle.blowHard',
      'petition.decide',
      'numbers.read',
      'console.signIn',
    ],
  },
  supervisor: {
    title: '督查专员',
    grants: [
      'matter.report',
      'matter.read',
      'matter.inspect',
      'matter.supervise',
      'task.read',
      'numbers.read',
      'console.signIn',
    ],
  },
  countyHub: {
    title: '县级综治中心值班员',
    grants: [...hubHead, 'matter.suspend', 'matter.supervise'],
  },
  countyAdmin: {
    title: '县级管理员',
    grants: [
      'matter.read',
      'settings.change',
      'numbers.read',
      'person.read',
      'person.manage',
      'console.signIn',
      'hub.operate',
      'hub.manageEndpoints',
      'county.import',
      'account.read',
    ],
  },
  systemAdmin: {
    title: '系统管理员',
    grants: ['console.signIn', 'account.read', 'account.make'],
  },
  securityAdmin: {
    title: '安全管理员',
    grants: ['console.signIn', 'account.read', 'account.unlock', 'post.grant'],
  },
  auditAdmin: { title: '审计管理员', grants: ['console.signIn', 'audit.read'] },
} as const satisfies Record<string, { title: string; grants: readonly Permission[] }>

export type Role = keyof typeof roles

export function grantsOf(role: Role): readonly Permission[] {
  return roles[role].grants
}
