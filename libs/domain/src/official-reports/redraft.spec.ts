import { describe, expect, it } from '@jest/globals';
import { monitoredProject, monitoringFacts } from '../testing/official-report-samples.js';
import { changeParagraphs } from './change-content.js';
import { draftMonitoringReport } from './draft-monitoring-report.js';
import { redraft } from './redraft.js';
import { paragraphsOf, paragraphText, type ReportContent } from './report-content.js';

const BY = { by: 'clerk', at: '2026-07-01T00:00:00.000Z' };
const present = draftMonitoringReport(monitoringFacts);
const spent = monitoredProject('1', '信息化运维', { spentFen: 200_000_000 });
const later = draftMonitoringReport({ ...monitoringFacts, projects: [spent] });

function changed(content: ReportContent, ...changes: Parameters<typeof changeParagraphs>[1]): ReportContent {
  const result = changeParagraphs(content, changes, BY);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const textOf = (content: ReportContent, id: string): string | undefined => {
  const found = paragraphsOf(content).find((paragraph) => paragraph.id === id);
  return found && paragraphText(found);
};

describe('what persons write in a report', () => {
  it('stands instead of the draft, which stays beside it and comes back', () => {
    const edited = changed(present, { paragraphId: 'basics.money', text: '情况良好。' });
    expect(textOf(edited, 'basics.money')).toBe('情况良好。');
    expect(changed(edited, { paragraphId: 'basics.money', text: null })).toEqual(present);
  });

  it('is a paragraph of its own with an id that is never used twice, and is gone when it is taken back', () => {
    const added = changed(present, { sectionId: 'work', text: '甲' }, { sectionId: 'work', text: '乙' });
    expect([textOf(added, 'added.1'), textOf(added, 'added.2')]).toEqual(['甲', '乙']);
    const less = changed(added, { paragraphId: 'added.1', text: null });
    expect(textOf(less, 'added.1')).toBeUndefined();
  });

  it('is refused where there is no such paragraph or section', () => {
    for (const change of [
      { paragraphId: 'none', text: '' },
      { sectionId: 'none', text: '甲' },
    ]) {
      expect(changeParagraphs(present, [change], BY)).toEqual({
        ok: false,
        error: { code: 'official-report-paragraph', params: { id: 'none' } },
      });
    }
  });
});

describe('a report that is drafted anew', () => {
  it('changes nothing where the figures are the same', () => {
    expect(redraft(present, present)).toEqual({ content: present, changes: [] });
  });

  it('replaces what was drafted, keeps what persons wrote, and tells both', () => {
    const edited = changed(
      present,
      { paragraphId: 'basics.money', text: '情况良好。' },
      { sectionId: 'work', text: '甲' },
    );
    const { content, changes } = redraft(edited, later);
    expect(textOf(content, 'basics.money')).toBe('情况良好。');
    expect(textOf(content, 'added.1')).toBe('甲');
    const money = changes.find(({ id }) => id === 'basics.money');
    expect(money).toMatchObject({
      kept: true,
      was: textOf(present, 'basics.money'),
      now: textOf(later, 'basics.money'),
    });
    expect(changes.find(({ id }) => id === 'basics.projects')).toMatchObject({ what: 'table', kept: false });
    expect(
      changed(content, { paragraphId: 'basics.money', text: null }, { paragraphId: 'added.1', text: null }),
    ).toEqual(later);
  });

  it('keeps what persons wrote where there is nothing to draft any more', () => {
    const red = monitoredProject('1', '信息化运维', { spentFen: 0, light: 'red', spendLight: 'red' });
    const bad = draftMonitoringReport({ ...monitoringFacts, projects: [red] });
    const edited = changed(bad, { paragraphId: 'problems.spending', text: '资金下达较晚。' });
    const { content, changes } = redraft(edited, present);
    expect(textOf(content, 'problems.spending')).toBe('资金下达较晚。');
    expect(changes.find(({ id }) => id === 'problems.spending')).toMatchObject({ now: null, kept: true });
  });
});
