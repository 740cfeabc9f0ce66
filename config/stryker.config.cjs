/** `npm run mutate`: every rule of src/domain is changed once in every way, and some test must notice. */
const path = require('node:path')

module.exports = {
  packageManager: 'npm',
  plugins: [path.join(__dirname, 'mutation/quickRunner.cjs')],
  testRunner: 'quick',
  mutate: ['src/domain/**/*.ts'],
  coverageAnalysis: 'perTest',
  disableTypeChecks: false,
  concurrency: 1,
  timeoutMS: 20_000,
  thresholds: { high: 95, low: 85, break: 85 },
  incremental: true,
  incrementalFile: 'coverage/mutation/incremental.json',
  tempDirName: 'coverage/mutation/temp',
  reporters: ['clear-text', 'html'],
  clearTextReporter: { reportMutants: false, reportTests: false, skipFull: true },
  htmlReporter: { fileName: 'coverage/mutation/report.html' },
  // Where every word of a table is a change of its own, that most of them are read at the start is no news.
  warnings: { slow: false },
  ignorePatterns: [
    'coverage',
    'data',
    'dist',
    'screens',
    'config/demo',
    'docs/pictures',
    'src/cloud',
    'src/hub',
    'src/miniapp',
    'tests/cloud',
    'tests/hub',
    'tests/journeys',
    'tests/miniapp',
  ],
}
