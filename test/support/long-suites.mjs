/**
 * What takes long beside the others of its run, the longest first. Size tells nothing of most of them: they walk a browser,
 * start programs, try many inputs, or are groups of suites (test-groups.mjs).
 */
const LONGEST = [
  'test/web/embedded.spec.ts',
  'test/web/accessibility.spec.ts',
  'test/web/mariadb-redis.spec.ts',
  'test/api/group-',
  'test/api/cli.spec.ts',
  'test/contract/group-',
  'test/faults/kill-',
  'test/api/treasury-cli.spec.ts',
  'test/api/demo.spec.ts',
  'test/api/access-matrix.spec.ts',
  'test/faults/',
  'libs/domain/src/targets/recognition/recognise.scale.spec.ts',
  'apps/api/src/platform/documents/',
  'test/architecture/rules.spec.ts',
  'apps/api/src/features/reporting/application/report-file/hostile-files.spec.ts',
];

/** @param {string} name of a suite, from the root; in or outside the folder of groups */
export function placeOf(name) {
  const found = LONGEST.findIndex((start) => name.replace('/.groups/', '/').startsWith(start));
  return found === -1 ? LONGEST.length : found;
}

/** @param {string} name */
export const isLong = (name) => placeOf(name) < LONGEST.length;
