import type { Problem } from '../kernel/result.js';
import { halfWidth } from '../kernel/text.js';
import type { IndicatorTarget, TargetValue } from './target-types.js';

const CEILING_NAMES = /投诉率|发回重审率|差错率|成本|超支/;
const FLOOR_NAMES = /满意度|结案率|覆盖率/;
const EXEMPT_NAMES = /下降|降低|减少|节约|控制率/;

type DirectedValue = Pick<TargetValue, 'direction' | 'directionInferred'>;

/**
 * Whether the printed direction of a target contradicts its name (R41): 投诉率, 发回重审率, 差错率, 成本, 超支 with `≥`;
 * 满意度, 结案率, 覆盖率 with `≤`. Names with 下降, 降低, 减少, 节约, 控制率 are exempt, and so is a direction that R17b
 * inferred. Until finance decides, the light of such an indicator is grey `direction-to-confirm`.
 */
export function directionDoubt({
  name,
  value,
}: {
  readonly name: string;
  readonly value: DirectedValue;
}): Problem | null {
  const plain = halfWidth(name).replace(/\s/g, '');
  if (value.direction === null || value.directionInferred || EXEMPT_NAMES.test(plain)) return null;
  const doubtful = value.direction === 'atLeast' ? CEILING_NAMES : FLOOR_NAMES;
  if (!doubtful.test(plain)) return null;
  const code = value.direction === 'atLeast' ? 'direction-doubtful-at-least' : 'direction-doubtful-at-most';
  return { code, params: { name } };
}

/** Why a direction is open to question: `doubted` by R41, or `inferred` because no operator is printed (R17b). */
export const DIRECTION_QUESTIONS = ['doubted', 'inferred'] as const;
export type DirectionQuestion = (typeof DIRECTION_QUESTIONS)[number];

/** What finance may decide about a direction; null where the target says it plainly, or has none. */
export function directionQuestion(
  target: Pick<IndicatorTarget, 'name' | 'direction' | 'directionInferred'>,
): DirectionQuestion | null {
  if (target.direction === null) return null;
  if (target.directionInferred) return 'inferred';
  return directionDoubt({ name: target.name, value: target }) === null ? null : 'doubted';
}
