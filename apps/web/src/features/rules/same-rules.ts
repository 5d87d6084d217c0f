import type { RulePack } from '@jixiao/domain';

type ReadablePack = Omit<RulePack, 'version'> & { readonly version?: number };

/** Whether two rule packs judge alike and are called alike, whatever their versions. */
export function sameRules(one: ReadablePack, other: ReadablePack): boolean {
  const essence = ({ version: _version, ...rules }: typeof one): string => JSON.stringify(sorted(rules));
  return essence(one) === essence(other);
}

/** With its keys in the order of the alphabet: the server and the form put them in orders of their own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
