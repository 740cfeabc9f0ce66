/** The run ends with one plain line that any reader of logs understands. */
module.exports = class ClosingLine {
  onRunComplete(_, results) {
    const line = `${results.numPassedTests} passed, ${failedIn(results)} failed\n`
    // Jest prints its own summary after every reporter, so the last word waits for the end.
    process.once('exit', () => process.stdout.write(line))
  }
}

/** A file that could not even start has no failed test, but it failed. */
function failedIn({ numFailedTests, numRuntimeErrorTestSuites }) {
  return numFailedTests + numRuntimeErrorTestSuites
}
