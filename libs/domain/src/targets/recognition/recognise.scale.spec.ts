import { describe, expect, it } from '@jest/globals';
import type { Block } from './document-types.js';
import { recogniseTargets } from './recognise.js';
import { TargetRecogniser } from './target-recogniser.js';

const ROWS = 100_000;
/** Enough to tell linear from quadratic work. */
const SOME_ROWS = 20_000;
/** Far beyond what linear work takes here, far below what quadratic work would. */
const TIME_LIMIT_MS = 30_000;

const row = (cells: readonly string[], number: number): Block => ({
  kind: 'row',
  at: `line ${number}`,
  cells: cells.map((text, index) => ({ text, at: `line ${number} cell ${index + 1}` })),
});
const FLAT = ['预算单位', '项目名称', '资金用途', '一级指标', '二级指标', '三级指标', '指标值'];
const FORM = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值'];

/** Reads rows made one by one, as a reader gives them; the numbers of projects, indicators and warnings. */
function read(header: readonly string[], rowAt: (index: number) => readonly string[], rows = ROWS): number[] {
  const recogniser = new TargetRecogniser();
  recogniser.take(row(header, 1));
  for (let index = 0; index < rows; index += 1) recogniser.take(row(rowAt(index), index + 2));
  const { projects, documentWarnings } = recogniser.finish({ file: 'a.csv', year: 2024 });
  const found = [0, 0, 0];
  for (const { project, warnings } of projects) {
    found[0] = (found[0] ?? 0) + 1;
    found[1] = (found[1] ?? 0) + project.indicators.length;
    found[2] = Math.max(found[2] ?? 0, warnings.length);
  }
  return [...found, documentWarnings().length];
}

describe('tables of 100,000 rows', () => {
  it.each([
    ['one project', (index: number) => ['', '甲', '', '产出指标', '数量指标', `指标${index}`, '≥1次'], [1, ROWS]],
    [
      'a project per row',
      (index: number) => ['', `项目${index}`, '', '', '数量指标', '次数', '≥1次'],
      [SOME_ROWS, SOME_ROWS],
    ],
    [
      'a new purpose in each row',
      (index: number) => ['', '甲', `用途${index}`, '', '', `指标${index}`, '1'],
      [1, ROWS],
    ],
    ['nothing but sums', () => ['合计', '', '', '', '', '', '1'], [0, 0]],
    ['nothing but notes', () => ['注：说明', '', '', '', '', '', ''], [0, 0]],
  ])(
    'many projects in one table: %s',
    (_, rowAt, [projects, indicators]) => {
      const found = read(FLAT, rowAt, indicators === SOME_ROWS ? SOME_ROWS : ROWS);
      expect(found.slice(0, 2)).toEqual([projects, indicators]);
      expect(Math.max(...found.slice(2))).toBeLessThanOrEqual(1001);
    },
    TIME_LIMIT_MS,
  );

  it.each([
    ['complete', (index: number) => ['', '', `指标${index}`, '', '≥1次'], ROWS],
    ['without their merged cells', (index: number) => [`指标${index}`, '说明', '≥1次'], SOME_ROWS],
    ['blank', () => ['', '', '', '', ''], 0],
  ])(
    'the form of one project, rows %s',
    (_, rowAt, indicators) => {
      const found = read(FORM, rowAt, indicators === SOME_ROWS ? SOME_ROWS : ROWS);
      expect(found[1]).toBe(indicators);
      expect(Math.max(...found.slice(2))).toBeLessThanOrEqual(1001);
    },
    TIME_LIMIT_MS,
  );

  it(
    'headers again and again, and rows that only begin like one',
    () => {
      const found = read(FLAT, (index) => (index % 2 === 0 ? FLAT : ['序号', '项目名称', '预算数', '备注']), SOME_ROWS);
      expect(found.slice(0, 2)).toEqual([0, 0]);
    },
    TIME_LIMIT_MS,
  );
});

describe('rows and cells of hostile size', () => {
  const wide = (text: string, count: number): string[] => Array.from({ length: count }, () => text);

  it.each([
    ['a row of 200,000 blanks', [wide('', 200_000)]],
    ['a row of 200,000 labels', [wide('项目名称', 200_000)]],
    ['a header and a row of 200,000 cells', [FLAT, wide('产出指标', 200_000)]],
    ['a form and a row of 200,000 cells', [['项目名称', '甲'], FORM, wide('数量指标', 200_000)]],
    [
      'goals in 200,000 cells',
      [
        ['项目名称', '甲'],
        ['绩效目标', ...wide('目标', 200_000)],
      ],
    ],
    [
      'a purpose in 200,000 cells',
      [
        ['项目名称', '甲'],
        ['预算规模及资金用途', ...wide('用途', 200_000)],
      ],
    ],
  ])(
    'are read or remarked on: %s',
    (_, rows) => {
      const document = recogniseTargets(
        rows.map((cells, index) => row(cells, index + 1)),
        { file: 'a' },
      );
      expect(document.warnings.length).toBeLessThanOrEqual(2002);
    },
    TIME_LIMIT_MS,
  );

  const million = (text: string): string => text.repeat(Math.ceil(1_000_000 / text.length));

  it.each([
    '(',
    '（≥',
    '≥',
    '1',
    '1,',
    '1/',
    '[bookmark:',
    ' ',
    '\n',
    '合计',
    '项目',
    '目标1',
    '2024年',
    '月底前',
    '(≥ ',
  ])(
    'cells of a million characters in every column: %j',
    (text) => {
      const cell = million(text);
      const header = [...FLAT, '运算符', '计量单位', '指标方向', '权重', '备注'];
      const flat = recogniseTargets(
        [
          row(header, 1),
          row(
            header.map(() => cell),
            2,
          ),
        ],
        { file: 'a' },
      );
      const form = recogniseTargets(
        [['项目名称', cell], ['预算数', cell], ['绩效目标', cell], FORM, FORM.map(() => cell), [cell]].map(
          (cells, index) => row(cells, index + 1),
        ),
        { file: 'a' },
      );
      expect(flat.warnings.length + form.warnings.length).toBeGreaterThan(0);
    },
    TIME_LIMIT_MS,
  );
});
