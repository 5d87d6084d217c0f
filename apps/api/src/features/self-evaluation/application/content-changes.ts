import { isDeepStrictEqual } from 'node:util';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';

type Content = Pick<SelfEvaluation, 'frame' | 'content'>;

/** What differs between two contents, as the audit trail keeps it: leaves by the name of their indicator. */
export function contentChanges(before: Content, after: Content): { readonly before: object; readonly after: object } {
  const changed = { before: {} as Record<string, unknown>, after: {} as Record<string, unknown> };
  const note = (field: string, old: unknown, now: unknown): void => {
    if (isDeepStrictEqual(old, now)) return;
    changed.before[field] = old;
    changed.after[field] = now;
  };
  note('frame', before.frame, after.frame);
  note('achievedGoal', before.content.achievedGoal, after.content.achievedGoal);
  note('funds', before.content.funds, after.content.funds);
  const old = new Map(before.content.leaves.map((leaf) => [leaf.id, leaf]));
  for (const { id, target, ...now } of after.content.leaves) {
    const { id: _id, target: _target, ...was } = old.get(id) ?? { id, target };
    note(target.name, was, now);
  }
  return changed;
}
