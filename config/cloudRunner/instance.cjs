/**
 * One instance of a cloud function, as the platform keeps it: a process that loads the bundle with the first request
 * and is then handed one request after another. The environment is the process's own and changes with every request.
 */
const [, , bundleDir] = process.argv
/** @type {string[]} */
let keysOfRequest = []

process.on('message', async (/** @type {any} */ { event, context, env }) => {
  for (const key of keysOfRequest) delete process.env[key]
  keysOfRequest = Object.keys(env)
  Object.assign(process.env, env)
  const answer = await run(event, context)
  if (context.callbackWaitsForEmptyEventLoop) await emptyEventLoop()
  process.send?.(answer)
})

async function run(event, context) {
  try {
    const { main } = require(bundleDir)
    return { result: JSON.stringify(await main(event, context)) ?? 'null' }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** The channel to the runner is the one thing that would keep the loop busy for ever. */
function emptyEventLoop() {
  process.channel?.unref()
  return new Promise((resolve) => {
    process.once('beforeExit', () => {
      process.channel?.ref()
      resolve(undefined)
    })
  })
}
