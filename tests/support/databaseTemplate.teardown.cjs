const { Client } = require('pg')

/** After the last test: this run's databases on the server, also those of test files that broke off. */
module.exports = async function dropTestDatabases() {
  const name = process.env.LIANXIN_TEST_TEMPLATES
  if (process.env.DATABASE !== 'postgres' || !name) return
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query('select datname from pg_database where datname like $1', [
    `${name.replaceAll('_', '\\_')}\\_%`,
  ])
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`)
  await client.end()
}
