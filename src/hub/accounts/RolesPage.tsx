import { grantsOf, permissions, roles, type Role } from '@domain/access/permissions'
import { permissionTitles } from './permissionTitles'
import '../deliveries/deliveries.css'
import './accounts.css'

const allRoles = Object.keys(roles) as Role[]

/** 权限表: drawn from the table by which every door decides, so it cannot say anything else. */
export function RolesPage() {
  return (
    <main className="page" data-testid="roles">
      <header>
        <h2>权限表</h2>
        <p className="quiet">
          每个岗位能做什么。只在岗位所在的地方有效；系统、安全、审计管理员由三个人分别担任。
        </p>
      </header>
      <div className="table-frame roles-frame" tabIndex={0} role="region" aria-label="权限表">
        <table className="roles-table">
          <thead>
            <tr>
              <th scope="col">权限</th>
              {allRoles.map((role) => (
                <th key={role} scope="col">
                  <span>{roles[role].title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">{permissionTitles[permission]}</th>
                {allRoles.map((role) => (
                  <td key={role}>{grantsOf(role).includes(permission) ? '✓' : <i>—</i>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </main>
  )
}
