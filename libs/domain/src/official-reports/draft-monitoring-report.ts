import { monitoringBasics } from './monitoring-basics.js';
import { monitoringContext } from './monitoring-context.js';
import type { MonitoringReportFacts } from './monitoring-facts.js';
import { monitoringMeasures } from './monitoring-measures.js';
import { monitoringProblems } from './monitoring-problems.js';
import { monitoringResults } from './monitoring-results.js';
import { monitoringWork } from './monitoring-work.js';
import { monthsTo } from './official-words.js';
import type { ReportContent } from './report-content.js';

/** 绩效运行监控报告 in the five sections of §7, every sentence made of the figures and of what the units wrote. */
export function draftMonitoringReport(facts: MonitoringReportFacts): ReportContent {
  const context = monitoringContext(facts);
  const { year, month } = facts.round;
  return {
    kind: 'monitoring',
    title: `${facts.place.name}${year}年${monthsTo(month)}项目支出绩效运行监控报告`,
    issuer: facts.place.name,
    sections: [
      monitoringBasics(context),
      monitoringWork(context),
      monitoringResults(context),
      monitoringProblems(context),
      monitoringMeasures(context),
    ],
  };
}
