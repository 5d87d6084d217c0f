/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { recogniseTargets } from '../targets/recognition/recognise.js';
import { blocksOfText } from '../targets/recognition/text-blocks.js';
import { walkedProjects, walkYear } from '../testing/sanity-walk.js';
import { assessProject } from './assess-project.js';

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

/** Share of project-quarters that are red when all projects run at a performance. */
function redShare(performance: number): number {
  const lights = projects.flatMap(({ project, year }) =>
    walkYear(project, { year, performance }).map((input) => assessProject(input).light),
  );
  return lights.filter((light) => light === 'red').length / lights.length;
}

describe('sanity walk over three target documents', () => {
  it('has projects with indicators to walk', () => {
    expect(projects.length).toBe(20);
    for (const { project } of projects) expect(project.indicators.length).toBeGreaterThan(0);
  });

  it('a well-run year is red in at most 10 % of project-quarters', () => {
    expect(redShare(1)).toBeLessThanOrEqual(0.1);
  });

  it('a year in which everything is at 40 % is red in at least 80 %', () => {
    expect(redShare(0.4)).toBeGreaterThanOrEqual(0.8);
  });
});
