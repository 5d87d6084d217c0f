import type { DemoMonth, StoryName } from './demo-types.js';

type ByMonth = Readonly<Record<DemoMonth, number>>;

/** How a year goes. Shares are of the plan at that month; 1 is exactly as planned. */
export interface Story {
  readonly spending: ByMonth;
  /** Where given, spending as a share of the budget instead of the plan. */
  readonly spendingOfBudget?: ByMonth;
  readonly work: ByMonth;
  /** Months in which qualities (rates, time limits, dates, effects) are missed too. */
  readonly qualitySlipsIn: readonly DemoMonth[];
  /** Months for which nothing is reported. */
  readonly silentIn: readonly DemoMonth[];
  readonly excuse: string;
}

const months = (march: number, june: number, september: number, december: number): ByMonth => ({
  3: march,
  6: june,
  9: september,
  12: december,
});

const onTime = months(1.02, 1.01, 1.02, 1.03);
const usual = { qualitySlipsIn: [], silentIn: [], excuse: '' } as const;

export const STORIES: Readonly<Record<StoryName, Story>> = {
  steady: { ...usual, spending: months(0.96, 0.97, 0.95, 0.985), work: onTime },
  ahead: { ...usual, spending: months(1.08, 1.05, 1.04, 0.99), work: months(1.12, 1.1, 1.08, 1.06) },
  slow: {
    ...usual,
    spending: months(0.7, 0.72, 0.74, 0.9),
    work: months(0.78, 0.74, 0.76, 0.94),
    excuse: '合同签订较计划推迟，款项按节点支付，第四季度加快进度。',
  },
  lagging: {
    spending: months(0.4, 0.46, 0.5, 0.71),
    work: months(0.5, 0.54, 0.56, 0.82),
    qualitySlipsIn: [6, 9],
    silentIn: [],
    excuse: '采购两次流标，重新公告后于八月签订合同，上半年未能按计划实施。',
  },
  stalled: {
    spending: months(0.2, 0.46, 0.22, 0.71),
    // The same pieces of work in round after round, until autumn.
    work: months(0.6, 0.3, 0.2, 0.82),
    qualitySlipsIn: [6, 9],
    silentIn: [],
    excuse: '首批设备到货后因路口改造方案调整停工，未再支付款项，方案已于九月下旬重新批准。',
  },
  recovering: {
    ...usual,
    spending: months(0.42, 0.68, 0.9, 0.98),
    work: months(0.55, 0.72, 0.93, 1.02),
    excuse: '年初人员调整，工作启动较晚，已制定追赶计划。',
  },
  yearEndRush: {
    ...usual,
    spending: months(0.3, 0.45, 0.56, 0.99),
    work: months(0.85, 0.88, 0.92, 1.04),
    excuse: '款项集中在年底验收后支付。',
  },
  overspent: {
    ...usual,
    spending: onTime,
    spendingOfBudget: months(0.28, 0.66, 1.016, 1.03),
    work: months(1.1, 1.14, 1.13, 1.12),
    excuse: '受理数量超过年初预计，补贴按件发放，已申请追加预算。',
  },
  workBehind: {
    spending: months(0.98, 0.97, 0.96, 0.98),
    work: months(0.62, 0.55, 0.52, 0.86),
    qualitySlipsIn: [9],
    silentIn: [],
    excuse: '经费按合同预付，活动受场地限制推迟，计划四季度集中开展。',
  },
  notDue: { ...usual, spending: months(0, 0, 0, 0.97), work: months(0, 0, 0, 1) },
  beyondExpectation: {
    ...usual,
    spending: months(0, 0, 0, 0),
    work: months(1.6, 1.7, 1.72, 1.4),
    excuse: '乡镇报名踊跃，实际规模大于年初计划。',
  },
  unreported: { ...usual, spending: months(0.97, 0.96, 0.95, 0.98), work: onTime, silentIn: [9] },
};
