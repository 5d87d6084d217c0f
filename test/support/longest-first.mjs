import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Sequencer from '@jest/test-sequencer';
import { placeOf } from './long-suites.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A suite that starts last keeps one of two workers waiting to its end, so the long ones start first. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path: file }) => placeOf(path.relative(ROOT, file).split(path.sep).join('/'));
    return super.sort(tests).sort((one, other) => place(one) - place(other)); // stable: the others as Jest has them
  }
}
