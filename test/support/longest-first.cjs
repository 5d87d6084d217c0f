const { statSync } = require('node:fs');
const Sequencer = require('@jest/test-sequencer').default;

/** Suites whose files take minutes: begun last, one of them would go on alone while the other core has nothing left to do. */
const LONGEST = ['web', 'faults'];

const rankOf = ({ context }) => {
  const rank = LONGEST.indexOf(context.config.displayName?.name);
  return rank === -1 ? LONGEST.length : rank;
};

/** The suites that take longest come first, and of one suite the largest files. */
class LongestFirst extends Sequencer {
  sort(tests) {
    const sizeOf = new Map(tests.map(({ path }) => [path, statSync(path).size]));
    return [...tests].sort((a, b) => rankOf(a) - rankOf(b) || sizeOf.get(b.path) - sizeOf.get(a.path));
  }
}

module.exports = LongestFirst;
