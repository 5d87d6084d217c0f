import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { plan } from '../testing/assessment-samples.js';
import { addTallies, tallyCases } from './back-test-tally.js';
import { backTest, backTestCases, backTestOf } from './back-test.js';
import { explainBackTest } from './explain-back-test.js';
import { fenOf } from './forecast-money.js';
import type { PastProject } from './past-project.js';
import { planAtMonth } from './plan-curve.js';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** A project that spends a share of its plan every month, and the same share in the end. */
function past(changes: Partial<PastProject> & { share?: number } = {}): PastProject {
  const { share = 1, ...rest } = changes;
  const project = {
    year: 2020,
    pools: ['u'],
    budgetFen: 1_200_000,
    schedule: plan(25, 50, 80, 100),
    startMonth: 1,
    ...rest,
  };
  const spentBy = (month: number) =>
    fenOf(planAtMonth(project, month).mul(Math.round((project.budgetFen * share) / 100)));
  const months = MONTHS.map((month) => ({ month, expenditureFen: spentBy(month) }));
  return { months, finalFen: spentBy(12), ...project };
}

describe('R45: back-test', () => {
  it('names the error of every method in percent of the budget, in June of one that spent half its plan', () => {
    const june = backTest([past({ share: 0.5 })]).months[5];
    expect(june).toMatchObject({
      month: 6,
      best: 'pace',
      methods: {
        pace: { meanAbsolute: 0, bias: 0, count: 1 },
        planRemaining: { meanAbsolute: 25, bias: 25, count: 1 },
        blend: { meanAbsolute: 12.5, bias: 12.5, count: 1 },
        chainLadder: null,
      },
    });
  });

  it('errors to both sides cancel in the bias only', () => {
    const [less, more] = [0.5, 1].map((share) => past({ share }));
    const swapped = [
      { ...past(), finalFen: less?.finalFen ?? 0 },
      { ...past({ share: 0.5 }), finalFen: more?.finalFen ?? 0 },
    ];
    expect(backTest(swapped).months[5]?.methods.pace).toEqual({ meanAbsolute: 50, bias: 0, count: 2, coverage: null });
  });

  it('a month that was not known is no case', () => {
    const quarterly = { ...past(), months: past().months.filter(({ month }) => month % 3 === 0) };
    const { months, overall } = backTest([quarterly]);
    expect(months.map(({ month, methods }) => [month, methods.blend?.count])).toEqual(
      [3, 6, 9].map((month) => [month, 1]),
    );
    expect(overall.methods.blend?.count).toBe(3);
  });

  it('nothing tested has no best', () => {
    expect(backTest([]).overall).toEqual({
      cases: 0,
      methods: { blend: null, planRemaining: null, pace: null, chainLadder: null },
      best: null,
      compared: null,
    });
    expect(backTest([past({ budgetFen: 0 })]).overall.best).toBeNull();
  });

  it('where nothing was planned there is no pace, and the others are compared', () => {
    const late = past({ schedule: plan(0, 0, 0, 100) });
    const june = backTest([late]).months[5];
    expect(june?.methods.pace).toBeNull();
    expect(june?.best).toBe('blend');
  });
});

describe('R45: back-test of the chain ladder', () => {
  /** Four years of ten projects that spend everything from October on, whatever their plan says. */
  const LATE = plan(5, 10, 15, 100);
  const history = [2018, 2019, 2020, 2021].flatMap((year) =>
    Array.from({ length: 10 }, (_, at) => ({
      ...past({ schedule: LATE, year, budgetFen: 1_000_000 + 100_000 * at }),
      schedule: plan(25, 50, 80, 100),
    })),
  );

  it('begins with the fourth year, by the years before it', () => {
    const { months } = backTest(history);
    expect(months[5]?.methods.chainLadder).toMatchObject({ count: 10 });
    expect(months[5]?.methods.chainLadder?.meanAbsolute).toBeCloseTo(0, 4);
    expect(backTest(history.filter(({ year }) => year !== 2019)).overall.methods.chainLadder).toBeNull();
  });

  it('is the best where it was on enough cases', () => {
    expect(backTest(history).months[5]?.best).toBe('chainLadder');
    expect(backTest(history, { minCommonCases: 11 }).months[5]?.best).toBe('planRemaining');
  });

  it('needs the month of every project of the pool', () => {
    const last = history.at(-1);
    const holed = { ...past(), ...last, months: (last?.months ?? []).filter(({ month }) => month !== 6) };
    const { months } = backTest([...history.slice(0, -1), holed]);
    expect(months[5]?.methods.chainLadder).toBeNull();
    expect(months[6]?.methods.chainLadder?.count).toBe(10);
  });

  it('another pool is no history', () => {
    const apart = history.map((project) => ({ ...project, pools: [project.year === 2021 ? 'v' : 'u'] }));
    expect(backTest(apart).overall.methods.chainLadder).toBeNull();
  });
});

describe('R45: back-test of the 80 % interval', () => {
  /** Years that end a little differently, so that there is an error to be estimated. */
  const shares = [0.9, 0.98, 0.94, 0.96];
  const history = shares.map((share, at) => ({
    ...past({ year: 2018 + at }),
    finalFen: Math.round(1_200_000 * share),
  }));

  it('counts how often the final figure lay within it', () => {
    expect(backTest(history).months[5]?.methods.planRemaining?.coverage).toEqual({ inside: 1, count: 1 });
    expect(backTest(history.slice(1)).months[5]?.methods.planRemaining?.coverage).toBeNull();
  });

  it('does not hold a year that ends unlike all before', () => {
    const stopped = history.map((each, at) => (at === 3 ? { ...each, finalFen: 620_000 } : each));
    expect(backTest(stopped).months[5]?.methods.chainLadder?.coverage).toEqual({ inside: 0, count: 1 });
  });
});

describe('R45: what was known at the month', () => {
  it('is forecast by the budget and the plan of then, and judged by what was spent of the last budget', () => {
    const first = past({ share: 0.5 });
    const months = first.months.map((each) => ({ ...each, budgetFen: 600_000, schedule: plan(50, 100, 100, 100) }));
    const june = backTest([{ ...first, months }]).months[5];
    expect(june?.methods.planRemaining).toMatchObject({ meanAbsolute: 25, bias: -25 });
  });

  it('the department stands in where the unit has no three years', () => {
    const years = [2018, 2019, 2020, 2021].map((year) => past({ year, pools: [`unit ${year}`, 'department'] }));
    expect(backTest(years).months[5]?.methods.chainLadder?.count).toBe(1);
    const apart = years.map((each) => ({ ...each, pools: [each.pools[0] ?? ''] }));
    expect(backTest(apart).months[5]?.methods.chainLadder).toBeNull();
  });

  it('before a project begins, its pool knows that it has spent nothing', () => {
    const began = { ...past({ year: 2021 }), startMonth: 4, months: past().months.filter(({ month }) => month >= 4) };
    const whole = [2018, 2019, 2020, 2021].map((year) => past({ year }));
    expect(backTest([...whole, began]).months[1]?.methods.chainLadder?.count).toBe(1);
  });
});

describe('R45: tallies', () => {
  it('of units add up to that of the county', () => {
    const units = ['a', 'b'].map((unit, at) => [past({ pools: [unit], share: 0.4 + at / 5 }), past({ pools: [unit] })]);
    const apart = addTallies(units.flatMap((unit) => tallyCases(backTestCases(unit))));
    expect(backTestOf(apart)).toEqual(backTest(units.flat()));
  });
});

describe('R45: the sentence of a back-test', () => {
  const { overall: byPace } = backTest([past({ share: 0.5 })]);
  const { overall: byPlan } = backTest([past({ schedule: plan(0, 0, 0, 100) })]);

  it('says which method was the nearest, and plainly that it is not the one of the pages', () => {
    expect(explainBackTest(byPace, [2020], 'zh')).toMatch(
      /^拿2020年的实际支出回测了 11 次。在这几种方法都能推算的 11 次中，“按速度”误差最小，平均 ±0\.00 个百分点（.+）。项目页仍按“两种推算加权”预测，请同时参考“按速度”。$/,
    );
    expect(explainBackTest(byPace, [2019, 2020], 'en')).toMatch(
      /^Tested 11 times on 2019–2020\. .+“pace” was the nearest/,
    );
  });

  it('says where the pages forecast by the nearest, and where there is nothing to test', () => {
    expect(explainBackTest(byPlan, [2020], 'zh')).toMatch(/“两种推算加权”误差最小.+项目页按它预测。$/);
    expect(explainBackTest(backTest([]).overall, [], 'zh')).toBe('还没有已经结束的年度可供回测。');
  });
});

describe('R45: back-test, properties', () => {
  const percents = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)).map((three) => [...three].sort((a, b) => a - b));
  const plans = percents.map(([a = 0, b = 0, c = 0]) => plan(a, b, c, 100));
  const budgets = fc.integer({ min: 1, max: 1000 }).map((times) => times * 1200);

  it('a history exactly on plan has no error for plan-remaining', () => {
    const projects = fc.array(fc.record({ schedule: plans, budgetFen: budgets }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(projects, (given) => {
        const { overall } = backTest(given.map((each) => past(each)));
        // Half a 分 is lost where a month of the plan is no whole 分.
        expect(overall.methods.planRemaining?.meanAbsolute).toBeLessThan(0.1);
      }),
    );
  });

  it('does not depend on the order of the projects', () => {
    const projects = fc.array(fc.record({ schedule: plans, share: fc.constantFrom(0.25, 0.5, 0.75, 1) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(projects, (given) => {
        const history = given.map((each, at) => past({ ...each, year: 2015 + at }));
        const [one, other] = [backTest(history).overall, backTest([...history].reverse()).overall];
        expect(other.methods.blend?.count).toBe(one.methods.blend?.count);
        expect(other.methods.blend?.meanAbsolute ?? 0).toBeCloseTo(one.methods.blend?.meanAbsolute ?? 0, 6);
      }),
    );
  });
});
