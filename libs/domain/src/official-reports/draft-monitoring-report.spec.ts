import { describe, expect, it } from '@jest/globals';
import { monitoredProject, monitoringFacts } from '../testing/official-report-samples.js';
import { draftMonitoringReport } from './draft-monitoring-report.js';
import type { MissedIndicator, MonitoringReportFacts } from './monitoring-facts.js';
import { paragraphsOf, paragraphText, sourcesOf, type ReportContent } from './report-content.js';

const draft = (facts: Partial<MonitoringReportFacts> = {}): ReportContent =>
  draftMonitoringReport({ ...monitoringFacts, ...facts });
const textOf = (content: ReportContent, id: string): string | undefined => {
  const found = paragraphsOf(content).find((paragraph) => paragraph.id === id);
  return found && paragraphText(found);
};

const slow = monitoredProject('1', '信息化运维', { spentFen: 100_000_000, light: 'red', spendLight: 'red' });
const good = monitoredProject('2', '陪审员经费', { spentFen: 200_000_000 });

describe('monitoring report', () => {
  it('has exactly the sections of §7, in order', () => {
    expect(draft().sections.map(({ heading }) => heading)).toEqual([
      '一、项目支出基本情况',
      '二、监控工作开展情况',
      '三、监控情况',
      '四、存在的问题及原因',
      '五、下一步措施',
    ]);
    const headings = draft().sections[2]?.blocks.filter((block) => block.type === 'heading');
    expect(headings?.map(({ text }) => text)).toEqual(['（一）预算执行情况', '（二）绩效目标完成情况']);
  });

  it('R7, R8: sums the money, the rate and the gap of the projects exactly', () => {
    const text = textOf(draft({ projects: [slow, good] }), 'basics.money');
    // 235.8 万元 each: 300 of 471.6 are 63.61 %, planned are 50 % of it, 13.61 points more.
    expect(text).toBe(
      '截至2026年6月底，本单位纳入绩效运行监控的项目2个，年初预算471.60万元，调整后预算471.60万元。' +
        '累计支出300.00万元，预算执行率63.61%，资金支出计划进度50.00%，高于计划进度13.61个百分点。',
    );
  });

  it('R28: tells what is not reported beside the rate, and never as zero', () => {
    const blank = monitoredProject('3', '维修', {
      spentFen: null,
      executionRate: null,
      gapToPlan: null,
      notReported: true,
    });
    const content = draft({ projects: [slow, blank] });
    expect(textOf(content, 'basics.money')).toContain('预算执行率42.41%');
    expect(textOf(content, 'basics.money')).toContain('其中1个项目本期未报支出数，未计入预算执行率。');
    expect(textOf(content, 'results.lagging')).not.toContain('维修');
    expect(textOf(content, 'problems.reporting')).toContain('1个项目逾期仍有应报未报内容');
  });

  it('R24: prints the reason of spending in section 四 as the unit wrote it, and tells who gave none', () => {
    const why = { reasons: ['funding', 'staff'], note: '上级资金9月才下达。\n招标推迟。' } as const;
    const silent = monitoredProject('4', '档案', { spentFen: 50_000_000, light: 'red', spendLight: 'red' });
    const content = draft({ projects: [{ ...slow, why }, silent] });
    expect(textOf(content, 'problems.spending')).toContain(
      '“信息化运维”预算执行率42.41%，低于计划进度7.59个百分点，属经费保障、人员保障方面原因：上级资金9月才下达。 招标推迟。',
    );
    expect(textOf(content, 'problems.spending')).toContain('未说明原因的项目1个：“档案”。');
    expect(content.sections[3]?.blocks.some(({ id }) => id === 'problems.spending')).toBe(true);
  });

  it('R11, R26: names what is overspent and what is out of reach', () => {
    const over = monitoredProject('5', '救助', {
      budgetFen: 27_000_000,
      spentFen: 27_010_000,
      light: 'red',
      spendLight: 'red',
    });
    const missed: MissedIndicator[] = [
      {
        ...{ id: 'i', name: '办案数', type: 'quantity', light: 'green', target: '≥10件', result: '1件' },
        ...{ completion: 10, why: { reasons: [], note: null }, likelihood: 'impossible', note: '政策取消' },
      },
    ];
    const content = draft({ projects: [over, { ...good, missed }] });
    expect(textOf(content, 'results.lagging')).toContain('支出超过调整后预算的项目1个：“救助”（超出0.01万元）。');
    expect(textOf(content, 'problems.impossible')).toContain(
      '完全不可能完成的绩效指标1个：“陪审员经费”的“办案数”（政策取消）。',
    );
    expect(textOf(content, 'results.missed')).toBe('无未达到预期进度的绩效指标。');
  });

  it('says 无 where there is nothing to tell', () => {
    const content = draft({ projects: [] });
    expect(textOf(content, 'basics.money')).toBe('截至2026年6月底，本单位无纳入绩效运行监控的项目。');
    expect(textOf(content, 'work.alerts')).toBe('本期未发出预警。');
    expect(textOf(content, 'problems.none')).toBe('本期监控未发现突出问题。');
    expect(textOf(content, 'measures.none')).toBe('无正在办理的预警回应、整改和结果应用事项。');
  });

  it('finds no problem where all is green, and numbers several problems', () => {
    expect(textOf(draft({ projects: [good] }), 'problems.none')).toBe('本期监控未发现突出问题。');
    expect(textOf(draft({ projects: [good] }), 'results.lagging')).toBe('无预算执行滞后的项目。');
    const late = { ...slow, notReported: true };
    const content = draft({ projects: [late] });
    expect(textOf(content, 'problems.spending')).toMatch(/^一是/);
    expect(textOf(content, 'problems.reporting')).toMatch(/^二是/);
    expect(textOf(draft({ projects: [slow] }), 'problems.spending')).toMatch(/^部分项目/);
  });

  it('names the worst first, tells the number of the rest and lists them in a table', () => {
    const projects = Array.from({ length: 60 }, (_, place) =>
      monitoredProject(`p${String(place).padStart(2, '0')}`, `项目${place}`, {
        spentFen: 1_000_000 * (place + 1),
        light: 'red',
        spendLight: 'red',
      }),
    );
    const content = draft({ projects });
    expect(textOf(content, 'results.lagging')).toMatch(
      /^预算执行滞后的项目60个：“项目0”.*“项目4”（[^）]*）等60个项目。$/,
    );
    const table = content.sections[0]?.blocks.find((block) => block.type === 'table');
    expect(table?.rows).toHaveLength(40);
    expect(table?.note).toBe('另有20个项目未列入本表。');
  });

  it('compares the units of a county, the one furthest behind first', () => {
    const other = { ...good, unitId: 'u2', unitName: '司法局' };
    const content = draft({ place: { id: 'c', name: '县财政局', kind: 'county' }, projects: [other, slow] });
    expect(textOf(content, 'basics.money')).toContain('全县纳入绩效运行监控的预算单位2个、项目2个');
    expect(textOf(content, 'results.units')).toBe(
      '预算执行低于计划进度的单位1个：法院（执行率42.41%，低于计划进度7.59个百分点）。',
    );
    const table = content.sections[0]?.blocks.find((block) => block.type === 'table');
    expect(table?.rows.map(({ cells }) => cells[0])).toEqual(['法院', '司法局']);
  });

  it('R49: has no sentence and no row of a table without the rows that it rests on', () => {
    for (const facts of [{}, { projects: [] }, { projects: [slow] }, { projects: [good] }]) {
      const content = draft(facts);
      for (const { sentences } of paragraphsOf(content)) {
        for (const { text, sources } of sentences) expect([text, sources.length > 0]).toEqual([text, true]);
      }
      for (const block of content.sections.flatMap(({ blocks }) => blocks)) {
        if (block.type === 'table') for (const { sources } of block.rows) expect(sources).not.toEqual([]);
      }
    }
    expect(sourcesOf(draft()).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['unit', 'round', 'project']));
  });
});
