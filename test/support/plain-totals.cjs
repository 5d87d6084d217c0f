const { writeFileSync } = require('node:fs');

/**
 * Writes the totals of a run to the file named by JIXIAO_TOTALS, so that the runner can add up several runs.
 * A file that fails to load counts as one failure: it must never read as "nothing failed".
 */
class PlainTotals {
  onRunComplete(_contexts, results) {
    const file = process.env.JIXIAO_TOTALS;
    if (!file) return;
    writeFileSync(
      file,
      JSON.stringify({
        passed: results.numPassedTests,
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
        skipped: results.numPendingTests + results.numTodoTests,
      }),
    );
  }
}
module.exports = PlainTotals;
