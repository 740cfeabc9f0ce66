/**
 * PGlite needs Node's --experimental-vm-modules, and under that flag Jest refuses to `require` what
 * is published as an ES module, although Babel has already made a CommonJS module of it.
 */
const { default: Runtime } = require('jest-runtime')

module.exports = class PlainRuntime extends Runtime {
  unstable_shouldLoadAsEsm() {
    return false
  }
}
