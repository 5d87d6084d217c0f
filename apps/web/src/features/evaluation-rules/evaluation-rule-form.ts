import {
  checkEvaluationRules,
  EVALUATION_PARTS,
  FRAME_NAMES,
  type EvaluationPart,
  type EvaluationRuleProblem,
  type FrameName,
} from '@jixiao/domain';
import type { EvaluationRulesContent } from './evaluation-rules.api.js';

/** The frames, in which a part may be left empty. */
type FrameTexts = Record<EvaluationPart, string>;
export interface CapTexts {
  executionBelow: string;
  totalAtMost: string;
}

/** Evaluation rules as they are typed: every figure as text, the gate kept where it is switched off. */
export interface EvaluationRuleForm {
  executionPoints: string;
  frames: Record<FrameName, FrameTexts>;
  reverse: 'ratio' | 'linear';
  isGated: boolean;
  gatePercent: string;
  metFrom: string;
  partlyFrom: string;
  overTargetFrom: string;
  exemptUnits: string;
  excellent: string;
  good: string;
  fair: string;
  pointGapPercent: string;
  unspentPercent: string;
  caps: CapTexts[];
}

const USUAL_GATE = '60';

export function formOf(content: EvaluationRulesContent): EvaluationRuleForm {
  const { outcomeBands, gradesFrom } = content;
  return {
    executionPoints: String(content.executionPoints),
    frames: Object.fromEntries(
      FRAME_NAMES.map((name) => [name, frameTexts(content, name)]),
    ) as EvaluationRuleForm['frames'],
    reverse: content.reverse,
    isGated: content.gatePercent !== null,
    gatePercent: content.gatePercent === null ? USUAL_GATE : String(content.gatePercent),
    metFrom: String(outcomeBands.metFrom),
    partlyFrom: String(outcomeBands.partlyFrom),
    overTargetFrom: String(content.overTargetFrom),
    exemptUnits: content.overTargetExemptUnits.join('、'),
    excellent: String(gradesFrom.excellent),
    good: String(gradesFrom.good),
    fair: String(gradesFrom.fair),
    pointGapPercent: String(content.pointGapPercent),
    unspentPercent: String(content.unspentPercent),
    caps: content.caps.map((cap) => ({
      executionBelow: String(cap.executionBelow),
      totalAtMost: String(cap.totalAtMost),
    })),
  };
}

const frameTexts = ({ frames }: EvaluationRulesContent, name: FrameName): FrameTexts =>
  Object.fromEntries(EVALUATION_PARTS.map((part) => [part, String(frames[name][part] ?? '')])) as FrameTexts;

export interface ReadForm {
  readonly content: EvaluationRulesContent;
  /** Faults by the path of the field, as the server would name them; the first one of each. */
  readonly faults: ReadonlyMap<string, EvaluationRuleProblem>;
}

/** What is typed as evaluation rules, and what is wrong with it; figures that are none are `NaN`, which is a fault. */
export function readForm(form: EvaluationRuleForm): ReadForm {
  const content: EvaluationRulesContent = {
    executionPoints: figure(form.executionPoints),
    frames: Object.fromEntries(
      FRAME_NAMES.map((name) => [name, frameOf(form.frames[name])]),
    ) as EvaluationRulesContent['frames'],
    reverse: form.reverse,
    gatePercent: form.isGated ? figure(form.gatePercent) : null,
    outcomeBands: { metFrom: figure(form.metFrom), partlyFrom: figure(form.partlyFrom) },
    overTargetFrom: figure(form.overTargetFrom),
    overTargetExemptUnits: words(form.exemptUnits),
    gradesFrom: { excellent: figure(form.excellent), good: figure(form.good), fair: figure(form.fair) },
    pointGapPercent: figure(form.pointGapPercent),
    unspentPercent: figure(form.unspentPercent),
    caps: form.caps.map((cap) => ({
      executionBelow: figure(cap.executionBelow),
      totalAtMost: figure(cap.totalAtMost),
    })),
  };
  const problems = checkEvaluationRules(content);
  return { content, faults: new Map(problems.reverse().map((problem) => [problem.path, problem])) };
}

const frameOf = (texts: FrameTexts) =>
  Object.fromEntries(
    EVALUATION_PARTS.map((part) => [part, texts[part].trim() === '' ? null : figure(texts[part])]),
  ) as EvaluationRulesContent['frames'][FrameName];

/** Also with a per cent sign, as it may be pasted; anything else is no figure. */
function figure(text: string): number {
  const plain = text.trim().replace(/[%％]$/, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

const words = (text: string): string[] =>
  text
    .split(/[、,，;；\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
