const fs = require('node:fs')
const path = require('node:path')

/** These tests read the compiled mini-program; they do not build it. */
module.exports = function requireWeappBuild() {
  if (fs.existsSync(path.resolve(__dirname, '../../dist/weapp/app.js'))) return
  throw new Error('dist/weapp is missing. Run `npm run build:weapp` first, then the tests again.')
}
