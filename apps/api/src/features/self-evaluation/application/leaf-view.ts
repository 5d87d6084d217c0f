import { isDeepStrictEqual } from 'node:util';
import { evaluationPart, type EvaluationRules, type LeafToScore } from '@jixiao/domain';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { answerText } from '../../monitoring/index.js';
import type { EvaluationLeafView } from '../http/evaluations.dto.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { leafFields } from './leaf-fields.js';

/** A leaf as the form has it, with the part of the frame that it counts in. */
export function leafView(
  leaf: LeafToScore,
  { frame, drafted }: Pick<SelfEvaluation, 'frame' | 'drafted'>,
  rules: EvaluationRules,
  locale: Locale,
): EvaluationLeafView {
  const { id, target, answer } = leaf;
  const before = drafted.answers[id] ?? null;
  return {
    ...leafFields(leaf),
    part: evaluationPart(target, rules.frames[frame ?? 'A']),
    level1: target.level1,
    level2: target.level2,
    name: target.name,
    rawValue: target.rawValue,
    operator: target.operator,
    operatorPrinted: target.operatorPrinted,
    number: target.number,
    unit: target.unit,
    kind: target.kind,
    direction: target.direction,
    directionInferred: target.directionInferred,
    directionConfirmed: leaf.directionConfirmed ?? null,
    dueDate: target.dueDate,
    gate: target.gate,
    basis: target.basis,
    resultText: answerText(answer, target.unit, locale),
    draftedText: isDeepStrictEqual(answer, before) ? null : answerText(before, target.unit, locale),
  };
}
