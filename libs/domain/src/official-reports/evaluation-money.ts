import { named, paragraph, restingOn, sentence } from './builder.js';
import { evaluationSource, type EvaluationContext } from './evaluation-context.js';
import type { ReportedEvaluation } from './evaluation-report-facts.js';
import { percent, percentOf, quoted, wan } from './official-words.js';
import type { ReportBlock, ReportSentence } from './report-content.js';

/** 资金投入, 到位, 执行, 管理. */
export const evaluationMoney = (context: EvaluationContext): readonly ReportBlock[] => [
  ...paragraph('analysis.budget', budget(context)),
  ...paragraph('analysis.received', received(context)),
  ...paragraph('analysis.spent', spent(context), accounts(context), unspent(context)),
  ...paragraph('analysis.management', management(context)),
];

const total = (items: readonly ReportedEvaluation[], of: (item: ReportedEvaluation) => number | null): number =>
  items.reduce((sum, item) => sum + (of(item) ?? 0), 0);

function budget({ evaluations, result, place }: EvaluationContext): ReportSentence {
  if (evaluations.length === 0) return sentence('项目资金投入：无。', place);
  const initial = total(evaluations, ({ initialFen }) => initialFen);
  const change = result.budgetFen - initial;
  const said = change === 0 ? '与年初预算一致' : `比年初预算${change > 0 ? '增加' : '减少'}${wan(Math.abs(change))}`;
  return sentence(
    `项目资金投入方面，年初预算${wan(initial)}，全年预算${wan(result.budgetFen)}，${said}。`,
    ...restingOn(evaluations.map(evaluationSource), place),
  );
}

/** 到位率, over the projects of which it was delivered. */
function received({ evaluations, place }: EvaluationContext): ReportSentence | null {
  if (evaluations.length === 0) return null;
  const known = evaluations.filter(({ receivedFen, budgetFen }) => receivedFen !== null && budgetFen !== null);
  const sums = [total(known, ({ receivedFen }) => receivedFen), total(known, ({ budgetFen }) => budgetFen)] as const;
  const rate = percentOf(...sums);
  if (rate === null) {
    return sentence('项目资金到位方面，无资金到位数据。', ...restingOn(evaluations.map(evaluationSource), place));
  }
  const among = known.length === evaluations.length ? '' : `有到位数据的${known.length}个项目`;
  return sentence(
    `项目资金到位方面，${among}全年预算${wan(sums[1])}，实际到位${wan(sums[0])}，到位率${percent(rate)}。`,
    ...restingOn(known.map(evaluationSource), place),
  );
}

function spent({ evaluations, result, place }: EvaluationContext): ReportSentence | null {
  if (evaluations.length === 0) return null;
  const sources = restingOn(evaluations.map(evaluationSource), place);
  if (result.executionRate === null) return sentence('项目资金执行方面，无可以计算预算执行率的数据。', ...sources);
  const unknown = result.withoutExpenditure === 0 ? '' : `（${result.withoutExpenditure}个项目无执行数，未计入）`;
  return sentence(
    `项目资金执行方面，全年执行${wan(result.expenditureFen)}，预算执行率${percent(result.executionRate)}${unknown}。`,
    ...sources,
  );
}

/** Where the final account (决算) took the place of December's figure, the difference is told. */
function accounts({ evaluations, place }: EvaluationContext): ReportSentence | null {
  const accounted = evaluations.filter(({ spentSource }) => spentSource === 'finalAccount');
  if (accounted.length === 0) return null;
  const differing = accounted.filter(({ spentFen, roundSpentFen }) => spentFen !== roundSpentFen);
  const difference =
    differing.length === 0
      ? '与12月监控数一致'
      : `其中${differing.length}个项目与12月监控数不一致，合计相差${wan(
          Math.abs(total(differing, ({ spentFen, roundSpentFen }) => (spentFen ?? 0) - (roundSpentFen ?? 0))),
        )}`;
  return sentence(
    `执行数按部门决算数填列的项目${accounted.length}个，${difference}。`,
    ...restingOn(accounted.map(evaluationSource), place),
  );
}

/** R39. */
function unspent({ evaluations, place }: EvaluationContext): ReportSentence | null {
  const left = evaluations.filter(({ alerts }) => alerts.includes('unspent'));
  if (left.length === 0) return null;
  const said = named(left, ({ projectName }) => quoted(projectName), '个项目');
  return sentence(
    `年末未执行资金较多的项目${left.length}个：${said}。`,
    ...restingOn(left.map(evaluationSource), place),
  );
}

function management({ evaluations, place }: EvaluationContext): ReportSentence | null {
  if (evaluations.length === 0) return null;
  const over = evaluations.filter(
    ({ budgetFen, spentFen }) => budgetFen !== null && spentFen !== null && spentFen > budgetFen,
  );
  if (over.length === 0) {
    const sources = restingOn(evaluations.map(evaluationSource), place);
    return sentence('项目资金管理方面，无执行数超过全年预算数的项目。', ...sources);
  }
  const said = named(
    over,
    ({ projectName, budgetFen, spentFen }) =>
      `${quoted(projectName)}（超出${wan((spentFen ?? 0) - (budgetFen ?? 0))}）`,
    '个项目',
  );
  return sentence(
    `项目资金管理方面，执行数超过全年预算数的项目${over.length}个：${said}。`,
    ...restingOn(over.map(evaluationSource), place),
  );
}
