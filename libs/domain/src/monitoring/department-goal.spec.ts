import { describe, expect, it } from '@jest/globals';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import { sentenceTarget } from '../targets/sentence-target.js';
import type { Direction } from '../targets/target-types.js';
import { assessSentence, departmentGoalLight, goalSides } from './department-goal.js';
import { explainIndicator } from './explain-indicator.js';
import { RATIO_RULE_PACK } from './rule-pack.js';

const judge = (text: string, answer: IndicatorAnswer | null, month = 6) =>
  assessSentence({ id: text, target: sentenceTarget(text, 2026), answer }, { year: 2026, month }, RATIO_RULE_PACK);
const value = (figure: number): IndicatorAnswer => ({ type: 'value', value: figure });

describe('The light of a department goal', () => {
  it('R17a, R18: judges a rate that grows by the month', () => {
    expect(judge('案件结案率≥90%', value(42.41))).toMatchObject({ light: 'green', standard: 45 });
    expect(judge('案件结案率≥90%', value(26))).toMatchObject({ light: 'red' });
  });

  it('R19: takes a level as it stands', () => {
    expect(judge('法定审限内结案率≥95%', value(94.99)).light).toBe('red');
    expect(judge('法定审限内结案率≥95%', value(95)).light).toBe('green');
  });

  it('R17b: expects nothing of satisfaction before December', () => {
    expect(judge('诉讼服务满意度≥90%', null)).toMatchObject({ light: 'grey', reason: 'not-due', missing: null });
    expect(judge('诉讼服务满意度≥90%', null, 12)).toMatchObject({ reason: 'not-reported', missing: 'answer' });
  });

  it('R41: waits for finance where the direction is doubted, and follows what finance decides', () => {
    const text = '受援群众投诉率≥90%';
    const decided = (direction: Direction) =>
      assessSentence(
        { id: text, target: sentenceTarget(text, 2026, direction), answer: value(91), directionConfirmed: true },
        { year: 2026, month: 6 },
        RATIO_RULE_PACK,
      );
    expect(judge(text, value(91))).toMatchObject({ light: 'grey', reason: 'direction-to-confirm' });
    expect(decided('atLeast')).toMatchObject({ light: 'green', reason: 'target-met' });
    expect(decided('atMost')).toMatchObject({ light: 'red', reason: 'target-missed' });
    expect(explainIndicator(decided('atLeast'), 'zh')).toContain('指标值 ≥90%，符合');
    expect(explainIndicator(decided('atMost'), 'zh')).toContain('指标值 ≥90%（按不高于理解），不符合');
    expect(explainIndicator(decided('atMost'), 'en')).toContain('target ≥90% (read as at most): not met');
  });

  it('R22: is the worst of its indicators, and grey where none is judged', () => {
    const [green, red, grey] = [
      judge('审理案件≥100件', value(50)),
      judge('审理案件≥100件', value(10)),
      judge('诉讼服务满意度≥90%', null),
    ];
    expect(departmentGoalLight([green, red, grey], false)).toEqual({ light: 'red', notReported: false });
    expect(departmentGoalLight([green, grey], true)).toEqual({ light: 'green', notReported: false });
    expect(departmentGoalLight([grey], true)).toEqual({ light: 'grey', notReported: false });
  });

  it('R28: is at best yellow once reporting is over and something due is blank', () => {
    const indicators = [judge('审理案件≥100件', value(50)), judge('案件结案率≥92%', null)];
    expect(departmentGoalLight(indicators, false)).toEqual({ light: 'green', notReported: false });
    expect(departmentGoalLight(indicators, true)).toEqual({ light: 'yellow', notReported: true });
  });

  it('tells results without money from money without results', () => {
    const paid = { budgetFen: 200, expenditureFen: 100 };
    expect(goalSides(2, paid)).toBe('both');
    expect(goalSides(2, null)).toBe('resultsWithoutMoney');
    expect(goalSides(2, { ...paid, expenditureFen: 0 })).toBe('resultsWithoutMoney');
    expect(goalSides(0, paid)).toBe('moneyWithoutResults');
    expect(goalSides(0, null)).toBe('neither');
  });

  it('R49: judges the same input the same way again', () => {
    expect(judge('案件结案率≥92%', value(70))).toEqual(judge('案件结案率≥92%', value(70)));
  });
});
