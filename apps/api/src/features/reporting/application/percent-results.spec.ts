import { describe, expect, it } from '@jest/globals';
import { percentResults } from './percent-results.js';
import { issuePath } from './report-file/read-report.js';
import { readReportFile } from './report-file/read-report-file.js';

const HEADER = '项目名称,指标,完成值';

async function faults(name: string, unit: string | null, text: string, number: number | null = 100) {
  const file = new TextEncoder().encode([HEADER, '甲,无此指标,1', `,${name},"${text}"`].join('\n'));
  const { projects, issues } = await readReportFile('季报.csv', file);
  expect(issues).toEqual([]);
  const [read] = projects;
  if (read === undefined) throw new Error('nothing read');
  // The first row names an indicator that nobody has, so the second one is the first resolved.
  const resolved = { path: 'projects.0', results: [{ indicatorId: 'i1' }], resultsAt: [1] };
  const found = percentResults(read, resolved, [{ lineageId: 'i1', name, number, unit }]);
  return found.map((issue) => `${issuePath(issue)} ${issue.code}`);
}

describe('Results in percent in a report file', () => {
  it.each(['50%', '50％', '-3%', '1,000 %'])('refuses %s for an indicator in 件, at its cell', async (text) => {
    expect(await faults('办案数', '件', text)).toEqual(['line 3 cell 3 result-percent']);
  });

  it('refuses it where neither the unit nor the name speaks of a share', async () => {
    expect(await faults('培训人次', null, '50%')).toEqual(['line 3 cell 3 result-percent-without-unit']);
  });

  it.each([
    ['结案率', '%'],
    ['结案率', '百分比'],
    ['增幅', '个百分点'],
    ['合格率', null],
  ])('takes it for %s in %s', async (name, unit) => {
    expect(await faults(name, unit, '95%')).toEqual([]);
  });

  it('leaves plain numbers alone, and indicators without a number to their own refusals', async () => {
    expect(await faults('办案数', '件', '50')).toEqual([]);
    expect(await faults('工作水平', null, '50%', null)).toEqual([]);
  });
});
