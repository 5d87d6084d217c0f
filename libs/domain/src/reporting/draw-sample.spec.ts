import { describe, expect, it } from '@jest/globals';
import { drawSample, type SampleCandidate } from './draw-sample.js';

const project = (number: number, organisationId: string, key = false): SampleCandidate => ({
  id: `p${number}`,
  code: `C${String(number).padStart(3, '0')}`,
  name: `项目${number}`,
  organisationId,
  key,
});
const projects = Array.from({ length: 30 }, (_, index) => project(index, `u${index % 3}`, index === 4));

describe('A sample of projects for verification', () => {
  it('is the same for the same seed, in whatever order the projects come', () => {
    const rules = { seed: '2026-3', size: 6, keyProjects: false };
    expect(drawSample([...projects].reverse(), rules)).toEqual(drawSample(projects, rules));
    expect(drawSample(projects, rules)).toEqual(['p15', 'p25', 'p17', 'p6', 'p13', 'p29']);
  });

  it('is another one for another seed', () => {
    const draw = (seed: string) => drawSample(projects, { seed, size: 6, keyProjects: false });
    expect(draw('2026-3')).not.toEqual(draw('2026-4'));
  });

  it('takes from each unit in turn, so that each of three gives two of six', () => {
    const drawn = drawSample(projects, { seed: 'x', size: 6, keyProjects: false });
    const units = drawn.map((id) => projects.find((each) => each.id === id)?.organisationId).sort();
    expect(units).toEqual(['u0', 'u0', 'u1', 'u1', 'u2', 'u2']);
  });

  it('takes all key projects besides the drawn ones, and each project once', () => {
    const drawn = drawSample(projects, { seed: 'x', size: 29, keyProjects: true });
    expect(drawn[0]).toBe('p4');
    expect(new Set(drawn).size).toBe(30);
    expect(drawSample(projects, { seed: 'x', size: 99, keyProjects: false })).toHaveLength(30);
  });
});
