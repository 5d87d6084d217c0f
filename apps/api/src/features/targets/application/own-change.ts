import { handsOf, type Actor } from '../../../platform/http/access.js';
import type { TargetChange } from '../persistence/target-change.entity.js';

/**
 * Whether somebody proposed this change himself: then he may withdraw it, and neither reviews nor decides it. What a deputy
 * did counts as done by both.
 */
export function isOwnChange(
  { proposedBy, proposedFor }: Pick<TargetChange, 'proposedBy' | 'proposedFor'>,
  { actor, onBehalfOf }: Actor,
): boolean {
  const proposers = handsOf(proposedBy, proposedFor);
  return handsOf(actor, onBehalfOf).some((hand) => proposers.includes(hand));
}
