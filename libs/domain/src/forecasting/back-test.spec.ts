import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { plan } from '../testing/assessment-samples.js';
import { backTest } from './back-test.js';
import { fenOf } from './forecast-money.js';
import type { PastProject } from './past-project.js';
import { planAtMonth } from './plan-curve.js';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** A project that spends a share of its plan every month, and the same share in the end. */
function past(changes: Partial<PastProject> & { share?: number } = {}): PastProject {
  const { share = 1, ...rest } = changes;
  const project = {
    year: 2020,
    pool: 'u',
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
    expect(backTest(swapped).months[5]?.methods.pace).toEqual({ meanAbsolute: 50, bias: 0, count: 2 });
  });

  it('a month that was not known is no case', () => {
    const quarterly = { ...past(), months: past().months.filter(({ month }) => month % 3 === 0) };
    const { months, overall } = backTest([quarterly]);
    expect(months.map(({ methods }) => methods.blend?.count ?? 0)).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0]);
    expect(months[0]?.best).toBeNull();
    expect(overall.methods.blend?.count).toBe(3);
  });

  it('nothing tested has no best', () => {
    expect(backTest([]).overall).toEqual({
      methods: { blend: null, planRemaining: null, pace: null, chainLadder: null },
      best: null,
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
    const apart = history.map((project) => ({ ...project, pool: project.year === 2021 ? 'v' : 'u' }));
    expect(backTest(apart).overall.methods.chainLadder).toBeNull();
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
