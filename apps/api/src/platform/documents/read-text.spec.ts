import type { Block } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { csvRecords, delimiterOf } from './csv-rows.js';
import { pipeCells } from './pipe-rows.js';
import { readTargetDocument } from './read-target-document.js';

async function blocksOf(text: string, fileName: string): Promise<Block[]> {
  const blocks: Block[] = [];
  for await (const block of readTargetDocument(new TextEncoder().encode(text), fileName)) blocks.push(block);
  return blocks;
}

/** Rows as arrays of texts, texts as they are. */
const shape = (blocks: readonly Block[]): (string | string[])[] =>
  blocks.map((block) => (block.kind === 'text' ? block.text : block.cells.map(({ text }) => text)));

const shapeOf = async (text: string, fileName: string) => shape(await blocksOf(text, fileName));

describe('pipe-separated rows', () => {
  it('are read as a page prints them: pipes around each row, a ruler below the header', async () => {
    const page =
      '办案经费绩效目标表\n\n| 一级指标 | 二级指标 | 三级指标 |\n|:---|---:|-|\n| 产出指标 | 数量指标 | 案件数 |\n|  | 质量指标 | 率 |\n';
    expect(await shapeOf(page, 'a.txt')).toEqual([
      '办案经费绩效目标表',
      ['一级指标', '二级指标', '三级指标'],
      ['产出指标', '数量指标', '案件数'],
      ['', '质量指标', '率'],
    ]);
  });

  it('are read without pipes around them, where the merged first column is simply missing', async () => {
    const page = '产出指标 | 数量指标 | 案件数 | ≥5件\n质量指标 | 结案率 | ≥90%\n';
    expect(await shapeOf(page, 'a.txt')).toEqual([
      ['产出指标', '数量指标', '案件数', '≥5件'],
      ['质量指标', '结案率', '≥90%'],
    ]);
  });

  it('keep an escaped pipe, and a line break of the page, inside the cell', async () => {
    expect(await shapeOf('| 甲\\|乙 | 一<br>二 | |\n| 丙 | 丁 | 戊 |\n', 'a.txt')).toEqual([
      ['甲|乙', '一\n二', ''],
      ['丙', '丁', '戊'],
    ]);
  });

  it('say which line and cell they are from', async () => {
    const [row] = (await blocksOf('\n| 甲 | 乙 |\n| 丙 | 丁 |\n', 'a.txt')).slice(0, 1);
    expect(row).toEqual({
      kind: 'row',
      at: 'line 2',
      cells: [
        { text: '甲', at: 'line 2 cell 1' },
        { text: '乙', at: 'line 2 cell 2' },
      ],
    });
  });

  it('are not seen in an export of Word that happens to hold a pipe', async () => {
    const text = '甲|乙绩效目标表\n\n\t项目编码\n\t一|二\n\t项目名称\n\t丙\n';
    expect(await shapeOf(text, 'a.txt')).toEqual(['甲|乙绩效目标表', ['项目编码', '一|二', '项目名称', '丙']]);
  });
});

describe('CSV', () => {
  const rows = [
    ['项目', '指标,名称', '值'],
    ['甲', '第一行\n第二行', '说"好"'],
    ['', '乙', ''],
  ];
  const quoted = (field: string): string => (/[",;\t\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

  it.each([',', ';', '\t'])('is read with the delimiter %j, which its lines tell', async (delimiter) => {
    const text = rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
    expect(await shapeOf(text, 'a.csv')).toEqual(rows);
    expect(await shapeOf(`sep=${delimiter}\r\n${text}`, 'a.csv')).toEqual(rows);
  });

  it('is read in GB18030 and UTF-16, with the byte order mark removed', async () => {
    const blocks: Block[] = [];
    const gb18030 = Buffer.from('cfeec4bf2cd6b50abcd72c350a', 'hex');
    for await (const block of readTargetDocument(gb18030, 'a.csv')) blocks.push(block);
    const utf16 = Buffer.from('\uFEFF项目,值\n甲,5\n', 'utf16le');
    for await (const block of readTargetDocument(utf16, 'a.csv')) blocks.push(block);
    for await (const block of readTargetDocument(Buffer.from('\uFEFF项目,值\n甲,5\n'), 'a.csv')) blocks.push(block);
    expect(shape(blocks)).toEqual(
      Array(3)
        .fill([
          ['项目', '值'],
          ['甲', '5'],
        ])
        .flat(),
    );
  });

  it('counts the lines inside quoted fields when it names places', async () => {
    const [, second] = await blocksOf('甲,"一\n二"\n乙,三\n', 'a.csv');
    expect(second?.at).toBe('line 3');
  });

  it('takes a quote that is never closed as a character, and loses nothing', () => {
    expect([...csvRecords('"甲,乙\n丙,丁"x,戊\n', ',')].map(({ fields }) => fields)).toEqual([['甲,乙\n丙,丁x', '戊']]);
    expect([...csvRecords('"甲,乙\n丙,丁', ',')].map(({ fields }) => fields)).toEqual([
      ['"甲', '乙'],
      ['丙', '丁'],
    ]);
  });

  it('does not take a comma inside amounts for the delimiter', () => {
    expect(delimiterOf('项目;金额\n甲;1,200\n乙;3\n')).toBe(';');
  });

  it('makes a title of a lone first cell, but not inside a table', async () => {
    const text = '2024年绩效目标,,\n,,\n项目名称,甲,\n资金用途,,\n,,\n,,\n乙绩效目标表,,\n项目名称,乙,\n,,\n,,\n';
    expect(await shapeOf(text, 'a.csv')).toEqual([
      '2024年绩效目标',
      ['项目名称', '甲', ''],
      ['资金用途', '', ''],
      '乙绩效目标表',
      ['项目名称', '乙', ''],
    ]);
  });

  it('refuses rows that are wider than any table', async () => {
    await expect(blocksOf(`${','.repeat(600)}\n`, 'a.csv')).rejects.toMatchObject({
      code: 'table-too-wide',
      params: { file: 'a.csv', limit: 512 },
    });
    await expect(blocksOf(`甲|乙\n${'a|'.repeat(600)}\n`, 'a.txt')).rejects.toMatchObject({ code: 'table-too-wide' });
  });

  it('stops splitting a record that is too wide, however many fields it has', () => {
    expect(() => csvRecords('a,'.repeat(600), ',').next()).toThrow(expect.objectContaining({ code: 'table-too-wide' }));
    expect(pipeCells('a|'.repeat(100_000), { leading: false, trailing: false })).toHaveLength(513);
  });
});

describe('text that Excel saved with TAB between the columns', () => {
  it('is read by columns, not as the export of Word', async () => {
    expect(await shapeOf('项目\t指标\t值\n甲\t"一\n二"\t5\n\t乙\t6\n', 'a.txt')).toEqual([
      ['项目', '指标', '值'],
      ['甲', '一\n二', '5'],
      ['', '乙', '6'],
    ]);
  });
});

describe('reading', () => {
  const many = '甲,乙,丙\n'.repeat(200_000);

  it('tells its progress, and stops where its signal says so', async () => {
    const told: [number, number][] = [];
    const options = { onProgress: (done: number, total: number) => void told.push([done, total]) };
    for await (const block of readTargetDocument(Buffer.from(many), 'a.csv', options)) void block;
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(([done, total]) => done > 0 && done <= total)).toBe(true);
    const reading = readTargetDocument(Buffer.from(many), 'a.csv', { signal: AbortSignal.abort(new Error('enough')) });
    await expect(
      (async () => {
        for await (const block of reading) void block;
      })(),
    ).rejects.toThrow('enough');
  });
});
