import type { Organisation } from '../../shared/api/schema.gen.js';

export interface OrganisationOption {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** 0 for the top of what the person sees. */
  readonly depth: number;
}

/** The tree as a list in reading order, children below their parent. */
export function organisationOptions(organisations: readonly Organisation[]): OrganisationOption[] {
  const known = new Set(organisations.map(({ id }) => id));
  const parentOf = ({ parentId }: Organisation): string | null => (parentId && known.has(parentId) ? parentId : null);
  const below = (parent: string | null, depth: number): OrganisationOption[] =>
    organisations
      .filter((one) => parentOf(one) === parent)
      .flatMap((one) => [{ id: one.id, name: one.name, code: one.code, depth }, ...below(one.id, depth + 1)]);
  return below(null, 0);
}
