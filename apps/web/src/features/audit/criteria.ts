import type { AuditCriteria } from './audit.api.js';

/** The filter as it stands in its fields; empty text where nothing is asked for. */
export type TypedCriteria = Record<keyof AuditCriteria, string>;

export const noCriteria = (): TypedCriteria => ({
  actor: '',
  action: '',
  subject: '',
  from: '',
  to: '',
  text: '',
  address: '',
});

/** What is asked of the server: only fields in which something stands. */
export const criteriaOf = (typed: TypedCriteria): AuditCriteria =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]])),
  );

interface NamedAction {
  readonly action: string;
  readonly name: string;
}

interface ActionGroup {
  readonly slice: string;
  readonly actions: readonly NamedAction[];
}

/** Actions by the slice that their codes begin with, in the order in which slices first appear. */
export function actionGroups(actions: readonly NamedAction[]): readonly ActionGroup[] {
  const groups = new Map<string, NamedAction[]>();
  for (const one of actions) {
    const slice = one.action.split('.')[0] ?? '';
    groups.set(slice, [...(groups.get(slice) ?? []), one]);
  }
  return [...groups].map(([slice, of]) => ({ slice, actions: of }));
}
