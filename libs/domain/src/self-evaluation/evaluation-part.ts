import { indicatorType } from '../targets/indicator-type.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import type { EvaluationPart, WeightFrame } from './evaluation-rules.js';

/**
 * The part of a frame that an indicator counts in (R30), by its printed level 2, else level 1: 数量, 质量, 时效 are output,
 * 效果 is the old name of 效益. 成本 is a part of its own where the frame has one (B), wherever the table prints it; in
 * frame A the official table has it under 产出指标, so that it shares the points of output. What the two levels do not tell
 * counts as output, the part that every table has.
 */
export function evaluationPart(
  target: Pick<IndicatorTarget, 'level1' | 'level2'>,
  frame: Pick<WeightFrame, 'cost'>,
): EvaluationPart {
  const type = indicatorType(target);
  switch (type) {
    case 'satisfaction':
    case 'benefit':
      return type;
    case 'cost':
      return frame.cost === null ? 'output' : 'cost';
    case 'quantity':
    case 'quality':
    case 'timeliness':
    case 'other':
      return 'output';
  }
}
