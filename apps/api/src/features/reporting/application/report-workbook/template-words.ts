import type { Locale } from '../../../../platform/http/message-catalogue.js';
import type { TemplateStamp } from '../report-file/read-report.js';

type Words = Readonly<Record<Locale, string>>;

export const SHEETS: Readonly<Record<'guide' | 'spending' | 'indicators', Words>> = {
  guide: { zh: '填报说明', en: 'Instructions' },
  spending: { zh: '支出', en: 'Expenditure' },
  indicators: { zh: '指标', en: 'Indicators' },
};

/** Labels of the columns; the reader knows each of them (`columns.ts`). */
export const LABELS = {
  projectKey: { zh: '项目键', en: 'Project key' },
  version: { zh: '填报版本', en: 'Report version' },
  indicatorKey: { zh: '指标键', en: 'Indicator key' },
  code: { zh: '项目编码', en: 'Project code' },
  name: { zh: '项目名称', en: 'Project name' },
  unit: { zh: '实施单位', en: 'Unit' },
  budget: { zh: '调整后预算数（万元）', en: 'Adjusted budget (10,000 yuan)' },
  planned: { zh: '计划进度（%）', en: 'Planned progress (%)' },
  previousSpending: { zh: '上期支出数（万元）', en: 'Last round (10,000 yuan)' },
  treasury: { zh: '国库支出数（万元）', en: 'Treasury figure (10,000 yuan)' },
  expenditure: { zh: '累计支出数（万元）', en: 'Cumulative expenditure (10,000 yuan)' },
  fiscal: { zh: '其中：财政资金（万元）', en: 'Fiscal funds (10,000 yuan)' },
  other: { zh: '其他资金（万元）', en: 'Other funds (10,000 yuan)' },
  expectedFullYear: { zh: '全年预计执行数（万元）', en: 'Expected full year (10,000 yuan)' },
  spendReasons: { zh: '支出偏差原因', en: 'Spending reasons' },
  spendReasonNote: { zh: '支出原因说明', en: 'Spending reason note' },
  differenceNote: { zh: '差异说明', en: 'Difference note' },
  level2: { zh: '二级指标', en: 'Level 2' },
  indicator: { zh: '三级指标', en: 'Indicator' },
  target: { zh: '年度指标值', en: 'Annual target' },
  hint: { zh: '填报方式', en: 'How to fill in' },
  previousResult: { zh: '上期完成值', en: 'Last result' },
  result: { zh: '完成值', en: 'Result' },
  text: { zh: '完成情况说明', en: 'Result text' },
  noData: { zh: '无数据原因', en: 'Why no data' },
  expected: { zh: '全年预计完成情况', en: 'Expected' },
  reasons: { zh: '偏差原因', en: 'Reasons' },
  reasonNote: { zh: '原因说明', en: 'Reason note' },
  likelihood: { zh: '完成目标可能性', en: 'Likelihood' },
  note: { zh: '备注', en: 'Note' },
} as const satisfies Readonly<Record<string, Words>>;

export const HINTS = {
  executionRate: { zh: '自动计算，不填', en: 'computed, not entered' },
  qualitative: { zh: '选择：达成、部分达成、未达成', en: 'choose: met, partly, unmet' },
  date: { zh: '完成日期，或“未完成”', en: 'the day it was done, or “not done”' },
  percent: { zh: '百分数：填 95 即 95%', en: 'percent: 95 is 95%' },
  number: { zh: '数值', en: 'a figure' },
  notDue: { zh: '（本期不考核）', en: ' (not judged this round)' },
} as const satisfies Readonly<Record<string, Words>>;

/** What a spreadsheet says where an entry does not fit. */
export const REFUSALS = {
  amount: { zh: '请填大于或等于 0 的金额，单位为万元。', en: 'Enter an amount of 0 or more, in 10,000 yuan.' },
  number: { zh: '请填数值。', en: 'Enter a figure.' },
  outcome: { zh: '请选择：达成、部分达成、未达成。', en: 'Choose met, partly or unmet.' },
  date: {
    zh: '请填不晚于本期末的日期，或“未完成”。',
    en: 'Enter a day not after the end of the period, or “not done”.',
  },
  likelihood: { zh: '请选择：确定能、有可能、完全不可能。', en: 'Choose certain, possible or impossible.' },
  reasons: { zh: '可选一项，或填多项并用顿号分隔。', en: 'Choose one, or write several with 、 between.' },
  title: { zh: '填写有误', en: 'Not accepted' },
} as const satisfies Readonly<Record<string, Words>>;

export const periodTitle = ({ year, month }: Pick<TemplateStamp, 'year' | 'month'>, locale: Locale): string =>
  locale === 'zh'
    ? `${year} 年 1-${month} 月绩效运行监控填报表`
    : `Monitoring report, January to month ${month} of ${year}`;

export const sheetNote: Words = {
  zh: '只填浅黄色单元格；空白表示未填报（不是 0），原有数据保持不变。灰色单元格仅供参考。',
  en: 'Fill in the yellow cells only; blank is not reported (not 0) and leaves what is stored. Grey cells only inform.',
};

export const templateFileName = (stamp: TemplateStamp, locale: Locale): string => {
  const unit = (stamp.organisation ?? '').replace(/[\\/:*?"<>|\s]+/g, '');
  const period = `${stamp.year}-${String(stamp.month).padStart(2, '0')}`;
  return locale === 'zh' ? `填报表_${unit}_${period}.xlsx` : `report_${unit}_${period}.xlsx`;
};

/** The lines of the first sheet. */
export const guideLines = (stamp: TemplateStamp, locale: Locale): readonly string[] =>
  locale === 'zh'
    ? [
        `填报单位：${stamp.organisation ?? '多个单位'}`,
        '1. “支出”表每个项目一行，“指标”表每项指标一行；只填浅黄色单元格，其余单元格已锁定。',
        '2. 金额单位为万元，填 1 月至本期末的累计数；财政资金与其他资金之和应等于累计支出数。',
        '3. 国库支出数以国库为准，不能修改；本单位累计支出数与其不一致的，须填写差异说明。',
        '4. 空白表示未填报，不等于 0；没有支出请填 0。单元格留空不会清除系统中已有的数据，清除请在网页上操作。',
        '5. 定性指标选择达成、部分达成或未达成；日期指标填完成日期，尚未完成的填“未完成”。',
        '6. 没有数据时，“完成值”留空并在“无数据原因”中说明原因。',
        '7. 偏差原因可填多项，用顿号分隔：经费保障、制度保障、人员保障、硬件条件保障、其他；选了原因须填写说明。',
        '8. “完全不可能”须在备注中说明原因和措施。',
        '9. 已提交的项目不能修改，其单元格为灰色；如需修改请先在网页上撤回。',
        '10. 填好后在网页“填报”页上传本文件；有误时可下载标注了问题的文件，改正后再上传。',
      ]
    : [
        `Unit: ${stamp.organisation ?? 'several units'}`,
        '1. One row per project on “Expenditure”, one per indicator on “Indicators”; fill in the yellow cells only, all others are locked.',
        '2. Amounts are in 10,000 yuan, cumulative from January to the end of the period; fiscal and other funds sum to the total.',
        '3. The treasury figure is the authority; where your own expenditure differs, say why under “Difference note”.',
        '4. Blank is not reported, which is not 0; enter 0 where nothing was spent. A blank cell leaves what is stored; blanking is done on the page.',
        '5. For qualitative indicators choose met, partly or unmet; for dates enter the day, or “not done”.',
        '6. Where there are no data, leave the result blank and say why under “Why no data”.',
        '7. Several reasons are written with 、 between: funding, institution, staff, hardware, other; a reason needs its note.',
        '8. “impossible” needs a note on the cause and the measures.',
        '9. Submitted projects cannot be changed and are grey; withdraw them on the page first.',
        '10. Upload this file on the reporting page; where something is wrong, download the marked file, correct it and upload it again.',
      ];
