/** The little that the store needs of a database. PGlite and PostgreSQL both fit it; SQL asks no product's name. */
export type Row = Record<string, unknown>

export type Queryable = {
  /**
   * One statement. Values are sent as parameters, never spliced in. A statement with a name is planned once per
   * connection; only the few that run for every report have one, since a plan for any value may be a poor one for this.
   */
  query<R extends Row = Row>(sql: string, values?: readonly unknown[], name?: string): Promise<R[]>
}

export type Database = Queryable & {
  readonly capabilities: Capabilities
  /** Several statements without parameters, for migrations. */
  exec(sql: string): Promise<void>
  /** Together or not at all; a throw rolls back. */
  transaction<T>(work: (tx: Queryable) => Promise<T>, options?: TransactionOptions): Promise<T>
  close(): Promise<void>
}

export type TransactionOptions = {
  /** For migrations and imports: the limits that keep people from waiting would cut them off half-way. */
  readonly takesLong?: boolean
}

/** How the databases differ; nothing else does. */
export type Capabilities = {
  /** Other processes may write to it as well. */
  readonly sharedWithOtherProcesses: boolean
}

export const capabilities = {
  pglite: { sharedWithOtherProcesses: false },
  postgres: { sharedWithOtherProcesses: true },
} as const satisfies Record<string, Capabilities>
