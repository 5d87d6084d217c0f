import type { Permission } from '@jixiao/domain';
import { actorAt, handsOf, type CurrentUser } from '../../../platform/http/access.js';

/** Whether the caller is one of these hands, or acts for one: what a deputy did counts as done by both. */
export function isOwnHand(
  user: CurrentUser,
  anyOf: Permission | readonly Permission[],
  path: string,
  hands: readonly string[],
): boolean {
  const { actor, onBehalfOf } = actorAt(user, anyOf, path);
  return handsOf(actor, onBehalfOf).some((hand) => hands.includes(hand));
}
