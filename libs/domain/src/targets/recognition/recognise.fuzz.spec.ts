import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Block, RecognisedDocument } from './document-types.js';
import { recogniseTargets } from './recognise.js';
import { blocksOfText } from './text-blocks.js';

const RUNS = 500;
const WORDS = [
  '项目编码',
  '项目\n编码',
  '项目名称',
  '预算数',
  '其中：财政资金',
  '其他资金',
  '资金用途',
  '资金支出计划（%）',
  '3月底',
  '12月底',
  '绩效目标',
  '目标1',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '产出指标',
  '数量指标',
  '效果指标',
  '满意度指标',
  '≥90%',
  '100%',
  '2023年12月31日',
  '50万元',
  '-5',
  '1e20',
  '单位：元',
  '336001某某法院',
  '甲绩效目标表',
  '二、分项绩效目标',
  '三、工作保障措施',
  '（一）甲',
  '绩效指标：完成率≥90%、乙',
  '[bookmark: _Toc1]',
  '[bookmark:',
  '密级',
  '机密★',
  '第二部分',
  '',
];
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.double().map(String) },
);
const exportedText = fc
  .array(fc.tuple(fc.constantFrom('\t', '', '\n', '\n\n\t', '\f'), word), { maxLength: 120 })
  .map((lines) => lines.map(([lead, text]) => `${lead}${text}\n`).join(''));
const cell = word.map((text) => ({ text, at: 'cell' }));
const block: fc.Arbitrary<Block> = fc.oneof(
  word.map((text): Block => ({ kind: 'text', text, at: 'text' })),
  fc.array(cell, { maxLength: 8 }).map((cells): Block => ({ kind: 'row', cells, at: 'row' })),
);

function expectSound(document: RecognisedDocument): void {
  for (const { message, code } of document.warnings) {
    expect(message).not.toMatch(/\{\w+\}/);
    expect(message).not.toBe('');
    expect(code).toMatch(/^[a-z0-9-]+$/);
  }
  for (const project of document.projects) {
    for (const fen of [project.budgetFen, project.fiscalFundsFen, project.otherFundsFen]) {
      expect(fen === null || (Number.isSafeInteger(fen) && fen >= 0)).toBe(true);
    }
    expect(project.schedule === null || project.schedule.at(-1) === 100).toBe(true);
    for (const indicator of project.indicators) {
      expect(indicator.name).not.toBe('');
      expect(indicator.number === null || Number.isFinite(indicator.number)).toBe(true);
    }
  }
}

/** Labels and cells of tables that list many projects, in any order and number. */
const FLAT_WORDS = [
  ...[
    '序号',
    '预算单位',
    '单位编码',
    '项目编码',
    '项目名称',
    '项目',
    '预算数（元）',
    '财政资金',
    '资金用途',
    '绩效目标',
  ],
  ...[
    '一级指标',
    '二级指标',
    '三级指标',
    '指标类型',
    '指标值',
    '运算符',
    '计量单位',
    '单位',
    '指标方向',
    '权重',
    '备注',
  ],
  ...[
    '绩效指标',
    '项目资金',
    '资金支出计划',
    '3月底',
    '12月底',
    '编码',
    '名称',
    '合计',
    '小计',
    '99030324P00810000061T',
  ],
  ...[
    '产出指标',
    '数量指标',
    '产出指标-数量指标',
    '满意度(≥**%)',
    '≥',
    '大于等于',
    '正向',
    '反向',
    '定性',
    '%',
    '元/户',
  ],
  ...['90', '0.95', '2024', '1/3', '10分', '甲', '乙', '881203青澜县档案馆', '注：说明', '', '', ''],
];
const flatCell = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...FLAT_WORDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
);
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;
const flatRow = (cells: readonly string[], row: number, onSheet: boolean): Block => ({
  kind: 'row',
  at: onSheet ? `S!${row}` : `line ${row}`,
  cells: cells.map((text, column) => ({
    text,
    at: onSheet ? `S!${letters(column)}${row}` : `line ${row} cell ${column}`,
  })),
});
const flatBlocks = fc
  .tuple(
    fc.boolean(),
    fc.shuffledSubarray(FLAT_WORDS.slice(0, 26), { minLength: 3 }),
    fc.array(fc.array(flatCell, { maxLength: 30 }), { maxLength: 40 }),
  )
  .map(([onSheet, header, rows]) => [header, ...rows].map((cells, index) => flatRow(cells, index + 1, onSheet)));

describe('recognition of anything', () => {
  it('gives a sound document for any rows below any header of a table of many projects', () => {
    fc.assert(
      fc.property(flatBlocks, (blocks) => expectSound(recogniseTargets(blocks, { file: 'a.csv', year: 2024 }))),
      { numRuns: RUNS },
    );
  });

  it('drops no indicator of a table of many projects without a remark', () => {
    const header = ['项目名称', '一级指标', '二级指标', '三级指标', '指标值'];
    const name = fc.stringMatching(/^[\u4e00-\u4e20]{6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.constantFrom('甲', '乙', '')), { maxLength: 20 }),
        fc.boolean(),
        (rows, on) => {
          const table = rows.map(([text, project]) => [project, '产出指标', '', text, '≥1次']);
          const document = recogniseTargets(
            [header, ...table].map((cells, index) => flatRow(cells, index + 1, on)),
            {
              file: 'a',
            },
          );
          const found = document.projects.flatMap(({ indicators }) => indicators.map((indicator) => indicator.name));
          expect(found.sort()).toEqual(rows.map(([text]) => text).sort());
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('gives a sound document for any text in the shape of an export', () => {
    fc.assert(
      fc.property(exportedText, (text) => expectSound(recogniseTargets(blocksOfText(text), { file: 'a.txt' }))),
      { numRuns: RUNS },
    );
  });

  it('gives a sound document for any characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) =>
        expectSound(recogniseTargets(blocksOfText(text), { file: text.slice(0, 10) })),
      ),
      { numRuns: RUNS },
    );
  });

  it('gives a sound document for any rows and texts, whatever reader they come from', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 60 }), fc.option(fc.integer({ min: 2000, max: 2099 })), (blocks, year) =>
        expectSound(recogniseTargets(blocks, { file: 'a.xlsx', ...(year === null ? {} : { year }) })),
      ),
      { numRuns: RUNS },
    );
  });

  it('drops no printed word of a row inside a project: it is taken or remarked on', () => {
    const rowText = fc.stringMatching(/^[\u4e00-\u4e20]{6}$/);
    fc.assert(
      fc.property(rowText, fc.nat(3), (text, column) => {
        const cells = ['', '', '', ''].map((blank, index) => ({ text: index === column ? text : blank, at: 'x' }));
        const blocks: Block[] = [
          {
            kind: 'row',
            at: 'a',
            cells: [
              { text: '项目名称', at: 'a' },
              { text: '甲', at: 'a' },
            ],
          },
          { kind: 'row', at: 'x', cells },
        ];
        expect(JSON.stringify(recogniseTargets(blocks, { file: 'a' }))).toContain(text);
      }),
      { numRuns: RUNS },
    );
  });
});
