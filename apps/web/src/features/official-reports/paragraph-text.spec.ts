import { describe, expect, it } from '@jest/globals';
import type { OfficialReportContent } from '../../shared/api/schema.gen.js';
import type { ReportBlock } from './official-reports.api.js';
import { changedPart, changesBetween } from './paragraph-text.js';
import { sourceLinks } from './source-link.js';

const paragraph = (id: string, text: string, written?: string): ReportBlock => ({
  type: 'paragraph',
  id,
  sentences: [{ text, sources: [] }],
  edited: written === undefined ? null : { text: written, by: 'li', byName: '李', at: '' },
});
const content = (...blocks: ReportBlock[]): OfficialReportContent => ({
  kind: 'monitoring',
  title: '报告',
  issuer: '某单位',
  sections: [{ id: 's', heading: '一、基本情况', blocks }],
});

describe('what differs between two versions', () => {
  it('is what stands in the paper, whoever wrote it, with the section that it stands in', () => {
    const before = content(paragraph('a', '甲'), paragraph('b', '乙'), paragraph('c', '丙'));
    const after = content(paragraph('a', '甲', '甲改'), paragraph('b', '乙', '乙'), paragraph('d', '丁'));
    const section = '一、基本情况';
    expect(changesBetween(before, after)).toEqual([
      { id: 'a', what: 'paragraph', section, was: '甲', now: '甲改' },
      { id: 'd', what: 'paragraph', section, was: null, now: '丁' },
      { id: 'c', what: 'paragraph', section, was: '丙', now: null },
    ]);
  });

  it('is also what a chart shows under the same finding', () => {
    const chart = (points: number): ReportBlock => ({
      type: 'chart',
      id: 'x',
      title: '得分',
      data: { kind: 'points', bars: [{ label: '甲', points }] },
    });
    expect(changesBetween(content(chart(1)), content(chart(1)))).toEqual([]);
    expect(changesBetween(content(chart(1)), content(chart(2)))).toHaveLength(1);
  });

  it('is shown between what both begin and end with', () => {
    expect(changedPart('执行率42.41%，低于计划。', '执行率45.00%，低于计划。')).toEqual({
      head: '执行率4',
      was: '2.41',
      now: '5.00',
      tail: '%，低于计划。',
    });
    expect(changedPart('啊啊', '啊啊啊')).toEqual({ head: '啊啊', was: '', now: '啊', tail: '' });
  });
});

describe('where a sentence is traced to', () => {
  it('is the page of the row, of an indicator that of the project beside which the report names it', () => {
    const row = {
      cells: [],
      sources: [
        { kind: 'project' as const, id: 'p1', label: '' },
        { kind: 'indicator' as const, id: 'i1', label: '' },
      ],
    };
    const table: ReportBlock = { type: 'table', id: 't', title: '', columns: [], rows: [row], note: null };
    const linkOf = sourceLinks(content(table), { year: 2026, month: 9 });
    expect(linkOf({ kind: 'indicator', id: 'i1', label: '' })).toEqual({ path: '/projects/p1', query: { month: '9' } });
    expect(linkOf({ kind: 'indicator', id: 'i2', label: '' })).toBeNull();
    expect(linkOf({ kind: 'unit', id: 'u1', label: '' })).toEqual({
      path: '/units/u1',
      query: { year: '2026', month: '9' },
    });
    expect(linkOf({ kind: 'measure', id: 'm1', label: '' })).toMatchObject({ query: { tab: 'measures', id: 'm1' } });
  });
});
