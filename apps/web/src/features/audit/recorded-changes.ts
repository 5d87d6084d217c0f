/** A value as it was recorded. */
export type Recorded = string | number | boolean | null | readonly Recorded[] | { readonly [field: string]: Recorded };

/** One field of what was changed; undefined where that side does not have it. */
export interface RecordedChange {
  /** Null where the whole value has no fields. */
  readonly field: string | null;
  readonly before: Recorded | undefined;
  readonly after: Recorded | undefined;
}

/**
 * What differs between the two recorded sides, field by field in the order in which they were recorded. Where there is
 * only one side, all its fields that have a value.
 */
export function changesOf(before: string | null, after: string | null): readonly RecordedChange[] {
  const [was, is] = [parsed(before), parsed(after)];
  if (was === undefined && is === undefined) return [];
  if (!isRecord(was ?? {}) || !isRecord(is ?? {})) return [{ field: null, before: was, after: is }];
  const [old, now] = [(was ?? {}) as RecordOf, (is ?? {}) as RecordOf];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields
    .map((field) => ({ field, before: old[field], after: now[field] }))
    .filter((change) => !isSame(change.before ?? null, change.after ?? null));
}

type RecordOf = Readonly<Record<string, Recorded>>;

const isRecord = (value: Recorded): value is RecordOf =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: Recorded, other: Recorded): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Text that is no JSON stays text: it was not recorded by this program. */
function parsed(text: string | null): Recorded | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Recorded;
  } catch {
    return text;
  }
}
