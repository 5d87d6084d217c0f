import { evaluationAnalysis } from './evaluation-analysis.js';
import { evaluationContext } from './evaluation-context.js';
import { evaluationDeviation } from './evaluation-deviation.js';
import { evaluationGoals } from './evaluation-goals.js';
import type { EvaluationReportFacts } from './evaluation-report-facts.js';
import { evaluationOther, evaluationUse } from './evaluation-use.js';
import type { ReportContent } from './report-content.js';

/** 绩效自评报告 in the five sections of §7, every sentence made of the scores and of what the units wrote. */
export function draftEvaluationReport(facts: EvaluationReportFacts): ReportContent {
  const context = evaluationContext(facts);
  return {
    kind: 'selfEvaluation',
    title: `${facts.place.name}${facts.year}年度项目支出绩效自评报告`,
    issuer: facts.place.name,
    sections: [
      evaluationGoals(context),
      evaluationAnalysis(context),
      evaluationDeviation(context),
      evaluationUse(context),
      evaluationOther(context),
    ],
  };
}
