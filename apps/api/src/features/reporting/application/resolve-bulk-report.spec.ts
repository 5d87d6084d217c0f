import { describe, it, expect } from '@jest/globals';
import { resolveBulkReport, type BulkCandidate } from './resolve-bulk-report.js';

const candidate = (projectId: string, name: string, code: string | null = null): BulkCandidate => ({
  projectId,
  code,
  name,
  indicators: [
    { id: `${projectId}-1`, level2: '数量指标', name: '案件数' },
    { id: `${projectId}-2`, level2: '数量指标', name: '满意度' },
    { id: `${projectId}-3`, level2: '质量指标', name: '满意度' },
  ],
});
const all = [candidate('a', '办案业务费', '13020022P000000000001'), candidate('b', '被装费'), candidate('c', '物业费')];
const codes = (projects: Parameters<typeof resolveBulkReport>[0]['projects'], candidates = all) =>
  resolveBulkReport({ projects }, candidates).issues.map(({ path, code }) => `${path} ${code}`);

describe('bulk report: whom it names', () => {
  it('finds a project by its code even where the name differs', () => {
    const { resolved, issues } = resolveBulkReport({ projects: [{ code: all[0]!.code, name: '改名' }] }, all);
    expect(issues).toEqual([]);
    expect(resolved[0]?.projectId).toBe('a');
  });

  it('finds a project by its exact name, and one without a stored code beside a code nobody has', () => {
    expect(resolveBulkReport({ projects: [{ name: '被装费' }] }, all).resolved[0]?.projectId).toBe('b');
    expect(resolveBulkReport({ projects: [{ code: 'X', name: '被装费' }] }, all).resolved[0]?.projectId).toBe('b');
  });

  it('does not take a wrong code for a slip where the name has another code', () => {
    expect(codes([{ code: 'X', name: '办案业务费' }])).toEqual(['projects.0 project-unknown']);
  });

  it('finds indicators by name, by level 2 and name, and by id', () => {
    const results = [
      { indicator: '案件数', value: 1 },
      { indicator: '质量指标/满意度', value: 2 },
      { indicator: 'b-2' },
    ];
    const { resolved, issues } = resolveBulkReport({ projects: [{ name: '被装费', results }] }, all);
    expect(issues).toEqual([]);
    expect(resolved[0]?.results.map(({ indicatorId }) => indicatorId)).toEqual(['b-1', 'b-3', 'b-2']);
  });

  it('lists everything that is wrong at once', () => {
    const twins = [...all, candidate('d', '物业费')];
    const projects = [
      { name: '没有' },
      { name: '物业费' },
      {
        name: '被装费',
        results: [{ indicator: '满意度' }, { indicator: '无此指标' }, { indicator: '案件数' }, { indicator: 'b-1' }],
      },
      { name: '被装费' },
      {},
    ];
    expect(codes(projects, twins)).toEqual([
      'projects.0 project-unknown',
      'projects.1 project-ambiguous',
      'projects.2.results.0.indicator indicator-ambiguous',
      'projects.2.results.1.indicator indicator-unknown',
      'projects.2.results.3.indicator indicator-twice',
      'projects.3 project-twice',
      'projects.4 project-unnamed',
    ]);
  });
});
