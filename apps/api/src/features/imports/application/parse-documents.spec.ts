import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { parseDocument, toParseJson } from './parse-documents.js';

const FIXTURES = new URL('../../../../../../test/fixtures/targets/', import.meta.url);
const file = (path: string) => ({ name: path.replace(/^.*\//, ''), bytes: readFileSync(new URL(path, FIXTURES)) });
const textFile = (text: string) => ({ name: 'a.txt', bytes: new TextEncoder().encode(text) });

const read = [await parseDocument(file('ok/city-court-2023.txt')), await parseDocument(file('ok/court-2022.txt'))];

describe('parsed documents as JSON', () => {
  const { documents } = toParseJson(read);
  const [city, court] = documents;

  it('has the names and shapes other programs rely on', () => {
    expect(Object.keys(city ?? {})).toEqual([
      'file',
      'year',
      'yearInferred',
      'unitCode',
      'unitName',
      'departmentGoals',
      'projects',
      'warnings',
    ]);
    expect(city).toMatchObject({ file: 'city-court-2023.txt', year: 2023, yearInferred: 2023, unitCode: '881001' });
    expect(city?.departmentGoals[1]).toEqual({
      title: '做好涉诉信访化解和司法救助',
      goal: '做好重点时段的信访值守，主要包括：接访、核查、答复；对生活困难的当事人给予救助。',
      indicators: [{ text: '救助资金发放率≧100%', operator: 'gte', number: 100, unit: '%' }],
    });
  });

  it('gives money in 分, missing things as null and targets as printed and parsed', () => {
    const { indicators, ...project } = court?.projects[0] ?? { indicators: [] };
    expect(project).toEqual({
      code: null,
      name: '审判业务装备',
      unitCode: null,
      unitName: null,
      carriedOver: false,
      budgetFen: 40_000_000,
      fiscalFundsFen: 40_000_000,
      otherFundsFen: null,
      purpose: '购置庭审和送达装备，保障依法公正高效审理各类案件，维护当事人合法权益。',
      schedule: [0, 50, 50, 100],
      scheduleMonths: [3, 6, 10, 12],
      goals: ['保障审判业务有序开展，提高庭审信息化水平。'],
      incompleteIndicators: [],
      classified: false,
      sources: {
        name: { text: '审判业务装备', at: 'line 42' },
        budget: { text: '40万元', at: 'line 46' },
        fiscalFunds: { text: '40万元', at: 'line 48' },
        purpose: { text: '购置庭审和送达装备，保障依法公正高效审理各类案件，维护当事人合法权益。', at: 'line 53' },
        schedule: { text: '0/50%/50%/100%', at: 'line 61' },
        goals: { text: '目标1\n保障审判业务有序开展，提高庭审信息化水平。', at: 'line 69' },
      },
      at: 'line 36',
    });
    expect(indicators[0]).toEqual({
      level1: '产出指标',
      level2: '质量指标',
      name: '平均审理周期',
      description: '案件从立案到结案的平均天数',
      rawValue: '45天/个',
      operator: 'eq',
      number: 45,
      unit: '天/个',
      dueDate: null,
      gate: null,
      basis: '历年数据',
      operatorPrinted: false,
      direction: 'atMost',
      directionInferred: true,
      kind: 'level',
      assessedFrom: 1,
      weight: null,
      at: 'line 87',
      valueAt: 'line 92',
    });
  });

  it('R3: tells a project carried over from an earlier year by its code, as information only', async () => {
    const carriedOver = async (year: number) => {
      const document = await parseDocument(file('ok/justice-bureau-2022.txt'), { year });
      const project = toParseJson([document]).documents[0]?.projects.find(
        ({ code }) => code === '99030322P00506210002J',
      );
      return project?.carriedOver;
    };
    expect([await carriedOver(2022), await carriedOver(2023)]).toEqual([false, true]);
    expect(court?.projects.map((project) => project.carriedOver)).toEqual([false, false]);
  });

  it('gives each warning its code, sentence, place and project', () => {
    expect(court?.warnings).toContainEqual({
      code: 'schedule-low-late',
      message: '资金支出计划到 10 月底只有 50%，低于 60%，请核对。',
      at: 'line 61',
      project: '审判业务装备',
    });
  });

  it('survives printing and reading back', () => {
    expect(JSON.parse(JSON.stringify({ documents }))).toEqual({ documents });
  });

  it('names the year the caller chose beside the inferred one', async () => {
    const document = await parseDocument(file('ok/court-2022.txt'), { year: 2030 });
    expect(document).toMatchObject({ year: 2030, yearInferred: 2022 });
  });
});

describe('documents that are refused', () => {
  it.each(['prose', 'garbage', 'cut-off', 'empty-tables'])('%s holds no targets', async (name) => {
    const parsing = parseDocument(file(`not-ok/${name}.txt`));
    await expect(parsing).rejects.toThrow(DomainError);
    await expect(parsing).rejects.toThrow('no-targets-found');
  });
});

describe('hostile files', () => {
  const LENGTH = 5_000_000;
  const HEADER = '\t一级指标\n\t二级指标\n\t三级指标\n\t绩效指标描述\n\t指标值\n\t指标值确定依据\n\n';
  const hostile: Record<string, () => string> = {
    'one line of words': () => '目'.repeat(LENGTH),
    'one line of tabs': () => `甲${'\t'.repeat(LENGTH)}`,
    'bookmarks that never close': () => '[bookmark:'.repeat(LENGTH / 10),
    'commas in a department goal': () => `二、分项绩效目标\n（一）甲\n绩效指标：${'宣传≥5、'.repeat(LENGTH / 5)}`,
    'a value without end': () => `${HEADER}\t产出指标\n\t数量指标\n\t甲\n\t\n\t${'9'.repeat(LENGTH)}\n\t乙\n`,
    'a name of brackets': () => `${HEADER}\t产出指标\n\t数量指标\n\t${'率('.repeat(LENGTH / 2)}\n\t\n\t≥5%\n\t乙\n`,
    'a code without end': () => `\t项目编码\n\t${'1'.repeat(LENGTH)}\n`,
    'an amount without end': () => `\t预算数\n\t${'1,'.repeat(LENGTH / 2)}\n`,
    'one row of very many cells': () => '\ta\n'.repeat(LENGTH / 20),
    'very many incomplete rows': () => HEADER + '\t\n\t数量指标\n\n'.repeat(LENGTH / 100),
    'very many headings': () => '甲绩效目标表\n'.repeat(LENGTH / 100),
  };

  it.each(Object.keys(hostile))(
    '%s are read or refused within seconds, with a list of warnings one can read',
    async (kind) => {
      const input = textFile(hostile[kind]?.() ?? '');
      const started = performance.now();
      let warnings = 0;
      try {
        warnings = (await parseDocument(input)).warnings.length;
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
      }
      expect(performance.now() - started).toBeLessThan(10_000);
      expect(warnings).toBeLessThanOrEqual(1001);
    },
  );
});
