/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { recogniseTargets } from '../targets/recognition/recognise.js';
import { blocksOfText } from '../targets/recognition/text-blocks.js';
import { QUARTERS, walkedProjects, walkYear, type Walk } from '../testing/sanity-walk.js';
import { assessProject } from './assess-project.js';
import type { Light, ProjectAssessment } from './assessment-types.js';
import { HEFEI_RULE_PACK, SHANXI_RULE_PACK, SICHUAN_RULE_PACK, STRAIGHT_LINE_RULE_PACK } from './preset-packs.js';
import { RATIO_RULE_PACK } from './rule-pack.js';

const FIXTURES = new URL('../../../../test/fixtures/targets/ok/', import.meta.url);
const DOCUMENTS = [
  { file: 'court-2022.txt', year: 2022 },
  { file: 'justice-bureau-2022.txt', year: 2022 },
  { file: 'city-court-2023.txt', year: 2023 },
];

const projects = DOCUMENTS.flatMap(({ file, year }) => {
  const text = readFileSync(new URL(file, FIXTURES), 'utf8');
  const document = recogniseTargets(blocksOfText(text), { file, year });
  return walkedProjects(document).map((project) => ({ project, year }));
});

type WalkOf = Omit<Walk, 'year'>;

const assessed = (walk: WalkOf): ProjectAssessment[] =>
  projects.flatMap(({ project, year }) => walkYear(project, { ...walk, year }).map(assessProject));

function share(assessments: readonly ProjectAssessment[], light: Light, of = (each: ProjectAssessment) => each.light) {
  return assessments.filter((each) => of(each) === light).length / assessments.length;
}

/** The quarter with the fewest and the one with the most red projects. */
function redShares(walk: WalkOf): { least: number; most: number } {
  const shares = QUARTERS.map((month) => share(assessed({ ...walk, months: [month] }), 'red'));
  return { least: Math.min(...shares), most: Math.max(...shares) };
}

it('the three documents have projects with indicators to walk', () => {
  expect(projects.length).toBe(20);
  for (const { project } of projects) expect(project.indicators.length).toBeGreaterThan(0);
});

/** Spending runs at what the preset asks for: nobody can keep to a plan and to straight-line at once. */
const PRESETS = [
  { rulePack: RATIO_RULE_PACK, spending: 'plan' },
  { rulePack: STRAIGHT_LINE_RULE_PACK, spending: 'straightLine' },
  { rulePack: SICHUAN_RULE_PACK, spending: 'plan' },
  { rulePack: HEFEI_RULE_PACK, spending: 'straightLine' },
  { rulePack: SHANXI_RULE_PACK, spending: 'plan' },
] as const;

describe.each(PRESETS.map((preset) => [preset.rulePack.id, preset] as const))(
  'sanity walk over three target documents by preset %s',
  (_, preset) => {
    it('a well-run year is red in at most 10 % of projects in any quarter', () => {
      expect(redShares({ ...preset, performance: 1 }).most).toBeLessThanOrEqual(0.1);
    });

    it('a year in which everything is at 40 % is red in at least 80 % in any quarter', () => {
      expect(redShares({ ...preset, performance: 0.4 }).least).toBeGreaterThanOrEqual(0.8);
    });
  },
);

describe('sanity walk: what single presets are known to do', () => {
  const spendOf = ({ spend }: ProjectAssessment): Light => spend.light;

  it('R12: sichuan has no red from spending but R11: a badly run year is yellow there from June, and red by its goals', () => {
    const bad = { rulePack: SICHUAN_RULE_PACK, performance: 0.4 };
    expect(share(assessed(bad), 'red', spendOf)).toBe(0);
    expect(share(assessed({ ...bad, months: [6, 9, 12] }), 'yellow', spendOf)).toBeGreaterThanOrEqual(0.8);
    expect(share(assessed({ ...bad, months: [3] }), 'yellow', spendOf)).toBe(0);
  });

  it('R13: hefei does not excuse by the plan: keeping exactly to it, up to two thirds are red in a quarter', () => {
    const { most } = redShares({ rulePack: HEFEI_RULE_PACK, performance: 1, spending: 'plan' });
    expect(most).toBeGreaterThan(0.1);
    expect(most).toBeLessThanOrEqual(0.67);
  });

  it('R19: shanxi takes rates under 质量 and 时效 for levels: reported as growing, they are red until December', () => {
    const growing = projects.flatMap(({ project, year }) => walkYear(project, { year, performance: 1 }));
    const lights = growing.map((input) => assessProject({ ...input, rulePack: SHANXI_RULE_PACK }));
    const [before, december] = [false, true].map((isDecember) =>
      lights.filter(({ period }) => (period.month === 12) === isDecember),
    );
    expect(share(before ?? [], 'red')).toBeLessThanOrEqual(0.4);
    expect(share(december ?? [], 'red')).toBe(0);
  });

  it('R13: hefei never turns a project red by its goals alone', () => {
    const lights = projects.flatMap(({ project, year }) => {
      const [good, bad] = [1, 0.4].map((performance) =>
        walkYear(project, { year, performance, rulePack: HEFEI_RULE_PACK, spending: 'straightLine' }),
      );
      return (good ?? []).map((input, at) => assessProject({ ...input, indicators: bad?.[at]?.indicators ?? [] }));
    });
    expect(new Set(lights.map(({ light }) => light))).toEqual(new Set(['yellow']));
  });
});
