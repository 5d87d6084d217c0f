import type { MeasureKind } from '../rectification/budget-measure.js';
import { named, restingOn, sentence } from './builder.js';
import type { ReportedMeasure } from './monitoring-facts.js';
import { quoted, wan } from './official-words.js';
import type { ReportSentence, SentenceSource } from './report-content.js';

const MEASURE_WORDS: Readonly<Record<MeasureKind, string>> = {
  recover: '收回资金',
  reduce: '调减预算',
  suspend: '暂停拨款',
  pool: '统筹使用',
};
const POSTED: Readonly<Partial<Record<ReportedMeasure['state'], string>>> = {
  proposed: '拟',
  approved: '已批准',
  posted: '已',
};

export const measureSource = ({ id, projectName }: ReportedMeasure): SentenceSource => ({
  kind: 'measure',
  id,
  label: projectName,
});

/** What is done with the money (结果应用). @param wider what stands for all of them where they are many */
export function measureSentences(
  measures: readonly ReportedMeasure[],
  wider: readonly SentenceSource[],
): readonly ReportSentence[] {
  const counting = measures.filter(({ state }) => POSTED[state] !== undefined);
  if (counting.length === 0) return [];
  const said = named(
    counting,
    ({ projectName, kind, amountFen, state }) =>
      `对${quoted(projectName)}${POSTED[state] ?? ''}${MEASURE_WORDS[kind]}${amountFen === null ? '' : wan(amountFen)}`,
    '项措施',
  );
  return [sentence(`结果应用方面，${said}。`, ...restingOn(counting.map(measureSource), ...wider))];
}
