import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Sequencer from '@jest/test-sequencer';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What takes a minute or more, the longest first. Size tells nothing of them: they walk a browser or start programs. */
const LONGEST = [
  'test/web/embedded.spec.ts',
  'test/web/mariadb-redis.spec.ts',
  'test/api/cli.spec.ts',
  'test/web/accessibility.spec.ts',
  'test/faults/kill-',
  'test/api/treasury-cli.spec.ts',
  'test/api/demo.spec.ts',
  'test/api/access-matrix.spec.ts',
  'test/faults/',
];

/** A suite that starts last keeps one of two workers waiting to its end, so the long ones start first. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path: file }) => {
      const name = path.relative(ROOT, file).split(path.sep).join('/');
      const found = LONGEST.findIndex((start) => name.startsWith(start));
      return found === -1 ? LONGEST.length : found;
    };
    return super.sort(tests).sort((one, other) => place(one) - place(other)); // stable: the others as Jest has them
  }
}
