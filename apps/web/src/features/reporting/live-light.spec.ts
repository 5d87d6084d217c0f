import { explainIndicator, RATIO_RULE_PACK } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import type { Indicator, ProjectDetail, Report, ReportInput, Round } from '../../shared/api/schema.gen.js';
import { adviceIn, answerOf, gapsIn, isUnexplained, liveAssessment } from './live-light.js';

const indicator = (changes: Partial<Indicator>): Indicator => ({
  id: 'count',
  level1: '产出指标',
  level2: '数量指标',
  name: '办案数量',
  description: null,
  rawValue: '≥27000件',
  operator: 'gte',
  number: 27_000,
  unit: '件',
  dueDate: null,
  direction: 'atLeast',
  directionInferred: false,
  directionConfirmed: false,
  kind: 'cumulative',
  assessedFrom: 1,
  weight: null,
  corrected: [],
  basis: null,
  sourceAt: null,
  ...changes,
});
const project: ProjectDetail = {
  id: 'p',
  year: 2023,
  code: null,
  name: 'p',
  organisationId: 'o',
  organisationName: 'o',
  key: false,
  transferLevel: null,
  personnel: false,
  startMonth: 1,
  targetVersion: 1,
  currentVersion: 1,
  approval: {
    state: 'draft',
    documentNumber: null,
    documentDate: null,
    message: null,
    decidedBy: null,
    decidedAt: null,
  },
  sourceFile: null,
  initialBudgetFen: 230_000_000,
  fiscalFundsFen: null,
  otherFundsFen: null,
  adjustedBudgetFen: null,
  adjustments: [
    adjustment('2023-05-01', 5_800_000),
    // Takes effect after the round: not its budget yet.
    adjustment('2023-07-01', 99_000_000),
  ],
  purpose: null,
  goals: [],
  schedule: [
    { month: 3, percent: 25 },
    { month: 6, percent: 50 },
    { month: 10, percent: 80 },
    { month: 12, percent: 100 },
  ],
  indicators: [indicator({})],
};
function adjustment(effectiveOn: string, amountFen: number): ProjectDetail['adjustments'][number] {
  return {
    id: effectiveOn,
    effectiveOn,
    kind: 'addition',
    amountFen,
    fundSource: 'fiscal',
    reason: 'r',
    documentNumber: null,
    level: null,
    document: null,
    recordedBy: 'f',
    recordedAt: '',
  };
}
const round: Round = {
  id: 'r',
  year: 2023,
  month: 6,
  status: 'open',
  opensOn: '2023-07-01',
  closesOn: '2023-07-15',
  deadlinePassed: false,
  reportingEndedAt: null,
  rulePack: 'ratio@1',
  lockedAt: null,
};
const assess = (input: Omit<ReportInput, 'version'>, treasury: Report['treasury'] = null) =>
  liveAssessment(project, round, RATIO_RULE_PACK, { version: 0, ...input }, treasury);

describe('the light as one types', () => {
  it.each([
    [70_730_000, 'red'],
    [70_740_000, 'yellow'],
    [94_320_000, 'green'],
  ])('R9: %d 分 of 235.8 万元 in June, plan 50, is %s', (expenditureFen, light) => {
    expect(assess({ expenditureFen, results: [] }).spend.light).toBe(light);
  });

  it.each([
    [8_099, 'red'],
    [8_100, 'yellow'],
    [10_800, 'green'],
    [32_400, 'blue'],
  ])('R18: %d of ≥27000件 in June is %s', (value, light) => {
    const judged = assess({ results: [{ indicatorId: 'count', value }] }).goals.indicators[0];
    expect(judged?.light).toBe(light);
    expect(judged && explainIndicator(judged, 'zh')).toContain('13500');
  });

  it('R49: leaves out of a locked round what was adjusted after its locking', () => {
    const late = { ...adjustment('2023-04-01', 50_000_000), recordedAt: '2023-09-01T00:00:00.000Z' };
    const changed = { ...project, adjustments: [...project.adjustments, late] };
    const budgetIn = (of: Round) =>
      liveAssessment(changed, of, RATIO_RULE_PACK, { version: 0, results: [] }, null).spend.adjustedBudgetFen;
    expect(budgetIn({ ...round, status: 'locked', lockedAt: '2023-08-01T00:00:00.000Z' })).toBe(235_800_000);
    expect(budgetIn(round)).toBe(285_800_000);
  });

  it("goes by the treasury's figure, and asks why the unit's own is another", () => {
    const treasury = {
      expenditureFen: 94_320_000,
      fiscalFen: null,
      otherFen: null,
      releasedFen: null,
      receivedFen: null,
      deliveredAt: '',
    };
    const own = { expenditureFen: 70_730_000, results: [] };
    expect(assess(own, treasury).spend).toMatchObject({ light: 'green', expenditureSource: 'treasury' });
    expect(assess({ results: [] }, treasury).missing.expenditure).toBe(false);
    expect(isUnexplained({ version: 0, ...own }, treasury)).toBe(true);
    expect(isUnexplained({ version: 0, ...own, differenceNote: '在途' }, treasury)).toBe(false);
    expect(isUnexplained({ version: 0, results: [] }, treasury)).toBe(false);
    expect(isUnexplained({ version: 0, ...own }, null)).toBe(false);
  });

  const missingIn = (input: Omit<ReportInput, 'version'>): number =>
    gapsIn(assess(input), { version: 0, ...input }, RATIO_RULE_PACK, null).length;

  it('R28: counts what is due and blank; zero and "no data" with a reason are answers', () => {
    const why = { reasons: ['staff' as const], reasonNote: '缺编' };
    expect(missingIn({ results: [] })).toBe(2);
    expect(missingIn({ expenditureFen: 0, ...why, results: [{ indicatorId: 'count', value: 0, ...why }] })).toBe(0);
    expect(missingIn({ expenditureFen: 0, ...why, results: [{ indicatorId: 'count', noData: 'late' }] })).toBe(0);
  });

  it('R24, R26: counts reasons, explanations and notes that are owed', () => {
    const count = { indicatorId: 'count', value: 0 };
    expect(missingIn({ expenditureFen: 0, results: [count] })).toBe(2);
    expect(
      missingIn({ expenditureFen: 0, reasons: ['funding'], results: [{ ...count, likelihood: 'impossible' }] }),
    ).toBe(3);
  });

  it('R24: asks for no reason for yellow where the rule pack says red only', () => {
    const redOnly = { ...RATIO_RULE_PACK, remarks: { reasonsFor: ['red' as const] } };
    const input = { version: 0, expenditureFen: 70_740_000, results: [{ indicatorId: 'count', value: 12_000 }] };
    const assessment = assess(input);
    expect(assessment.spend.light).toBe('yellow');
    const asksIn = (pack: typeof RATIO_RULE_PACK): number => gapsIn(assessment, input, pack, null).length;
    expect(asksIn(redOnly)).toBeLessThan(asksIn(RATIO_RULE_PACK));
  });

  it('R32: takes a negative result for advice and no gap', () => {
    const why = { reasons: ['staff' as const], reasonNote: '缺编' };
    const input = { version: 0, expenditureFen: 0, ...why, results: [{ indicatorId: 'count', value: -1, ...why }] };
    expect(adviceIn(assess(input), input, RATIO_RULE_PACK).map(({ code }) => code)).toEqual(['result-negative']);
    expect(gapsIn(assess(input), input, RATIO_RULE_PACK, null)).toEqual([]);
  });

  it('reads each kind of answer', () => {
    expect(answerOf(undefined)).toBeNull();
    expect(answerOf({ indicatorId: 'i' })).toBeNull();
    expect(answerOf({ indicatorId: 'i', value: 0 })).toEqual({ type: 'value', value: 0 });
    expect(answerOf({ indicatorId: 'i', outcome: 'met' })).toEqual({ type: 'outcome', outcome: 'met', text: null });
    expect(answerOf({ indicatorId: 'i', doneOn: '2023-05-01' })).toEqual({ type: 'doneOn', doneOn: '2023-05-01' });
    expect(answerOf({ indicatorId: 'i', notDone: true })).toEqual({ type: 'notDone' });
    expect(answerOf({ indicatorId: 'i', noData: 'x' })).toEqual({ type: 'noData', why: 'x' });
  });
});
