/** Paths listed of one pair; who changed everything need not be told every field. */
const MOST_PATHS = 20;

/** Where two JSON values differ, as dotted paths down to the single fields; an absent field is not null. */
export function differingPaths(a: unknown, b: unknown, path = ''): readonly string[] {
  if (a === b) return [];
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const found: string[] = [];
  for (const key of keys) {
    found.push(...differingPaths(a[key], b[key], path === '' ? key : `${path}.${key}`));
    if (found.length >= MOST_PATHS) break;
  }
  return found.slice(0, MOST_PATHS);
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
