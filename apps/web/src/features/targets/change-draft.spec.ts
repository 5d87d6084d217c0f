import { describe, expect, it } from '@jest/globals';
import type { Indicator, ProjectDetail } from '../../shared/api/schema.gen.js';
import { blankIndicator } from './added-indicator.js';
import { contentOf, draftOf, isIncomplete } from './change-draft.js';

const indicator = (id: string): Indicator => ({
  id,
  level1: '产出指标',
  level2: '质量指标',
  name: id,
  description: null,
  rawValue: '≥90%',
  operator: 'gte',
  number: 90,
  unit: '%',
  dueDate: null,
  direction: 'atLeast',
  directionInferred: false,
  directionConfirmed: false,
  kind: 'level',
  assessedFrom: 1,
  weight: null,
  corrected: [],
  basis: null,
  sourceAt: null,
});
const project = (schedule: ProjectDetail['schedule'] = null) =>
  ({ year: 2026, schedule, indicators: [indicator('a'), indicator('b')] }) as unknown as ProjectDetail;

describe('The form of a change of targets', () => {
  it('says nothing as long as nothing is changed', () => {
    for (const what of ['targets', 'classification'] as const) {
      expect(contentOf(draftOf(project(), what), project())).toBeNull();
    }
    const planned = project([{ month: 12, percent: 100 }]);
    expect(contentOf(draftOf(planned, 'schedule'), planned)).toBeNull();
  });

  it('names the values that differ, and the indicators that are to go', () => {
    const draft = draftOf(project(), 'targets');
    const [first, second] = draft.indicators;
    if (first) first.rawValue = ' ≥80% ';
    if (second) Object.assign(second, { isRemoved: true, rawValue: '≥1%' });
    expect(contentOf(draft, project())).toEqual({
      what: 'targets',
      changed: [{ indicatorId: 'a', rawValue: '≥80%' }],
      added: [],
      removed: ['b'],
    });
  });

  it('names the indicators that are to be added, once each is complete', () => {
    const draft = draftOf(project(), 'targets');
    draft.added.push({ ...blankIndicator(1), level2: '数量指标', name: '培训人次', value: '≥200' });
    expect(isIncomplete(draft)).toBe(false);
    expect(contentOf(draft, project())).toMatchObject({
      changed: [],
      added: [{ level1: '产出指标', level2: '数量指标', name: '培训人次', rawValue: '≥200' }],
      removed: [],
    });
    draft.added.push(blankIndicator(2));
    expect(isIncomplete(draft)).toBe(true);
    expect(contentOf(draft, project())).toBeNull();
    expect(isIncomplete({ ...draft, what: 'schedule' })).toBe(false);
  });

  it('R4: asks for all percentages of a plan, at the usual months where there was none', () => {
    const draft = draftOf(project(), 'schedule');
    expect(draft.schedule.map(({ month }) => month)).toEqual([3, 6, 10, 12]);
    expect(contentOf(draft, project())).toBeNull();
    draft.schedule.forEach((point, at) => {
      point.percent = String((at + 1) * 25);
    });
    expect(contentOf(draft, project())).toEqual({
      what: 'schedule',
      schedule: [
        { month: 3, percent: 25 },
        { month: 6, percent: 50 },
        { month: 10, percent: 75 },
        { month: 12, percent: 100 },
      ],
    });
  });

  it('R17: names only what is to be judged otherwise', () => {
    const draft = draftOf(project(), 'classification');
    const [, second] = draft.indicators;
    if (second) Object.assign(second, { kind: 'yearEnd', assessedFrom: 12 });
    const changed = [{ indicatorId: 'b', kind: 'yearEnd', assessedFrom: 12 }];
    expect(contentOf(draft, project())).toEqual({ what: 'classification', changed });
  });
});
