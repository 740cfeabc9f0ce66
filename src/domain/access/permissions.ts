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
  'task.read',
  'task.claim',
  'person.read',
  'person.manage',
  'points.earn',
  'points.readOwn',
  'console.signIn',
  'hub.operate',
  'hub.manageEndpoints',
  'county.import',
] as const

export type Permission = (typeof permissions)[number]

/** Role 角色: what a post (岗位) carries; each role is a set of permissions within the post's area. */
export const roles = {
  resident: { title: '居民', grants: ['matter.report', 'points.earn', 'points.readOwn'] },
  informationOfficer: {
    title: '信息员',
    grants: ['matter.report', 'points.earn', 'points.readOwn'],
  },
  gridWorker: {
    title: '网格员',
    grants: [
      'matter.report',
      'matter.read',
      'matter.handle',
      'matter.closeOnSpot',
      'task.read',
      'task.claim',
      'points.readOwn',
    ],
  },
  departmentOfficer: {
    title: '部门工作人员',
    grants: ['matter.report', 'matter.handle', 'task.read', 'task.claim', 'console.signIn'],
  },
  hubOperator: {
    title: '镇综治中心值班员',
    grants: [
      'matter.report',
      'matter.read',
      'matter.readSensitive',
      'matter.accept',
      'matter.confirm',
      'matter.dispatch',
      'matter.inspect',
      'matter.close',
      'task.read',
      'person.read',
      'console.signIn',
      'hub.operate',
    ],
  },
  hubHead: {
    title: '镇综治中心主任',
    grants: [
      'matter.report',
      'matter.read',
      'matter.readSensitive',
      'matter.accept',
      'matter.confirm',
      'matter.dispatch',
      'matter.inspect',
      'matter.close',
      'task.read',
      'person.read',
      'person.manage',
      'console.signIn',
      'hub.operate',
      'hub.manageEndpoints',
    ],
  },
  countyAdmin: {
    title: '县级管理员',
    grants: [
      'matter.read',
      'person.read',
      'person.manage',
      'console.signIn',
      'hub.operate',
      'hub.manageEndpoints',
      'county.import',
    ],
  },
} as const satisfies Record<string, { title: string; grants: readonly Permission[] }>

export type Role = keyof typeof roles

export function grantsOf(role: Role): readonly Permission[] {
  return roles[role].grants
}
