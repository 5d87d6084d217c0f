import { PART_WORDS } from '../self-evaluation/evaluation-words.js';
import { EVALUATION_PARTS } from '../self-evaluation/evaluation-rules.js';
import { paragraph, restingOn, section, sentence } from './builder.js';
import { evaluationSource, type EvaluationContext } from './evaluation-context.js';
import { counted, dayText, wan } from './official-words.js';
import type { ReportSection, ReportSentence, SentenceSource } from './report-content.js';
import type { ReportedEvaluation, ReportedGoalSentence } from './evaluation-report-facts.js';

/** 一、绩效目标分解下达情况. */
export const evaluationGoals = (context: EvaluationContext): ReportSection =>
  section('goals', 1, '绩效目标分解下达情况', [
    paragraph('goals.projects', projects(context), indicators(context)),
    paragraph('goals.department', departmentGoals(context)),
    paragraph('goals.progress', progress(context)),
  ]);

function projects({ facts, self, evaluations, units, place }: EvaluationContext): ReportSentence {
  const { year } = facts;
  if (evaluations.length === 0) return sentence(`${year}年度${self}无开展绩效自评的项目。`, place);
  const among = facts.place.kind === 'unit' ? '' : `预算单位${units.length}个、`;
  const initial = evaluations.reduce((sum, { initialFen }) => sum + (initialFen ?? 0), 0);
  return sentence(
    `${year}年度${self}开展绩效自评的${among}项目${evaluations.length}个，年初预算${wan(initial)}，${withGoals(evaluations)}。`,
    ...restingOn(evaluations.map(evaluationSource), place),
  );
}

function withGoals(evaluations: readonly ReportedEvaluation[]): string {
  const without = evaluations.filter(({ leaves }) => leaves.length === 0).length;
  return without === 0 ? '均设定了绩效目标' : `其中${without}个项目未设定绩效指标`;
}

function indicators({ leaves, evaluations, place }: EvaluationContext): ReportSentence | null {
  if (leaves.length === 0) return null;
  const parts = counted(
    EVALUATION_PARTS.map((part) => [PART_WORDS[part].zh, leaves.filter(({ leaf }) => leaf.part === part).length]),
  );
  return sentence(
    `共设置三级绩效指标${leaves.length}个，其中${parts}。`,
    ...restingOn(evaluations.map(evaluationSource), place),
  );
}

export const goalSource = ({ id, goalTitle }: ReportedGoalSentence): SentenceSource => ({
  kind: 'goal',
  id,
  label: goalTitle,
});

function departmentGoals({ facts, place }: EvaluationContext): ReportSentence | null {
  const { goals } = facts;
  if (goals.length === 0) return null;
  const titles = new Set(goals.map(({ goalTitle }) => goalTitle));
  return sentence(
    `部门整体绩效目标分解为分项绩效目标${titles.size}个，设置分项绩效指标${goals.length}个。`,
    ...restingOn(goals.map(goalSource), place),
  );
}

function progress({ facts, evaluations, place }: EvaluationContext): ReportSentence | null {
  if (evaluations.length === 0) return null;
  const open = evaluations.filter(({ accepted }) => !accepted);
  const until = `自评工作要求于${dayText(facts.submitBy)}前完成填报`;
  if (open.length === 0) {
    const sources = restingOn(evaluations.map(evaluationSource), place);
    return sentence(`${until}，${evaluations.length}个项目的自评均已经财政审定。`, ...sources);
  }
  return sentence(`${until}，尚有${open.length}个项目未经财政审定。`, ...restingOn(open.map(evaluationSource), place));
}
