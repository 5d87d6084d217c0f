import type { Block } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { cpuMs } from '../../../../../../test/support/cpu-time.js';
import { xlsxOfParts, type SheetParts } from '../../../../../../test/support/office-parts.js';
import { zipOf } from '../../../../../../test/support/zip-files.js';
import { readTargetDocument } from '../read-target-document.js';

async function blocksOf(bytes: Uint8Array, fileName = 'a.xlsx'): Promise<Block[]> {
  const blocks: Block[] = [];
  for await (const block of readTargetDocument(bytes, fileName)) blocks.push(block);
  return blocks;
}

const shape = (blocks: readonly Block[]): (string | string[])[] =>
  blocks.map((block) => (block.kind === 'text' ? block.text : block.cells.map(({ text }) => text)));

/** A row of inline strings from column A on; null leaves the cell out. */
const row = (number: number, ...cells: (string | null)[]): string =>
  `<row r="${number}">${cells
    .map((cell, index) =>
      cell === null ? '' : `<c r="${'ABCDEFGH'[index]}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('')}</row>`;

const shapeOf = async (sheet: SheetParts, extra = {}) => shape(await blocksOf(xlsxOfParts([sheet], extra)));

describe('the grid of a sheet', () => {
  it('makes one cell of a merged range, and an empty one of it in each row below', async () => {
    const rows = row(1, '标题', null, null) + row(2, '产出', '数量', '件') + row(3, '盖住', '质量', '率');
    expect(await shapeOf({ rows, merges: ['A1:C1', 'A2:A3'] })).toEqual([
      '标题',
      ['产出', '数量', '件'],
      ['', '质量', '率'],
    ]);
  });

  it('keeps columns in place: a blank cell stays blank, in the middle and at the end of a row', async () => {
    const rows = row(1, '甲', '乙', '丙') + row(2, '一', null, '三') + row(3, '四', '五');
    expect(await shapeOf({ rows })).toEqual([
      ['甲', '乙', '丙'],
      ['一', '', '三'],
      ['四', '五', ''],
    ]);
  });

  it('drops what is only formatted: columns to the right, rows below, and a margin on the left', async () => {
    const blank = '<row r="9"><c r="C9" s="1"/></row>';
    const rows = `<row r="2"><c r="B2" t="str"><v>甲</v></c><c r="C2" t="str"><v>乙</v></c><c r="D2" s="1"/></row>`;
    const sheet = xlsxOfParts([{ rows: rows + blank }]);
    expect(shape(await blocksOf(sheet))).toEqual([['', '甲', '乙']]);
  });

  it('says where each cell is', async () => {
    const sheet = xlsxOfParts([{ name: '2024年', rows: row(4, null, '甲', '乙') }]);
    expect((await blocksOf(sheet))[0]).toMatchObject({
      at: '2024年!4',
      cells: [{ at: '2024年!A4' }, { at: '2024年!B4' }, { at: '2024年!C4' }],
    });
  });

  it('reads the sheets in their order and leaves hidden ones out', async () => {
    const sheets = [
      { name: '一', rows: row(1, '甲') },
      { name: '藏', state: 'hidden', rows: row(1, '乙') },
      { name: '更藏', state: 'veryHidden', rows: row(1, '丙') },
      { name: '二', rows: row(1, '丁') },
    ];
    expect(shape(await blocksOf(xlsxOfParts(sheets)))).toEqual(['甲', '丁']);
  });
});

describe('the text of a cell', () => {
  const styles =
    '<numFmts><numFmt numFmtId="200" formatCode="0&quot;件&quot;"/></numFmts><cellStyleXfs><xf numFmtId="3"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="31"/><xf numFmtId="200"/></cellXfs>';

  it('is what the cell shows: percentages, days, units in the format', async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>0.9</v></c><c r="B1" s="2"><v>45657</v></c><c s="3"><v>7</v></c></row>';
    expect(await shapeOf({ rows }, { styles })).toEqual([['90%', '2024年12月31日', '7件']]);
  });

  it('is the saved value of a formula, never the formula; errors are shown as they are', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>WEBSERVICE("http://192.0.2.1/")</f><v>5</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>五</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>A1</f></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="d"><v>2024-12-31</v></c></row>';
    expect(await shapeOf({ rows })).toEqual([['5', '五', '#DIV/0!', '', 'TRUE', '2024年12月31日']]);
  });

  it('is put together from formatted pieces, without phonetic guides, with escapes undone', async () => {
    const strings =
      '<si><r><t>指标</t></r><r><rPr/><t>名称</t></r><rPh sb="0" eb="1"><t>zhibiao</t></rPh></si><si><t>一_x000D_&#10;二</t></si>';
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>99</v></c><c t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c></row>';
    expect(await shapeOf({ rows }, { strings })).toEqual([['指标名称', '一\n二', '', '行内']]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const rows = '<row r="1"><c s="2"><v>44195</v></c></row>';
    expect(await shapeOf({ rows }, { styles, workbook: '<workbookPr date1904="1"/>' })).toEqual(['2024年12月31日']);
  });
});

describe('a hostile workbook', () => {
  const wide = '<row r="1"><c r="XFD1"><v>1</v></c></row>';
  const longRows = Array.from(
    { length: 30_000 },
    (_, index) => `<row r="${index + 1}"><c r="SQ${index + 1}"><v>1</v></c></row>`,
  );
  const merges = Array.from({ length: 2_000 }, () => 'A1:A1000000');
  const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>';
  const hostile: Record<string, [() => Uint8Array, string]> = {
    'with a cell far out': [() => xlsxOfParts([{ rows: wide }]), 'table-too-wide'],
    'with very many long rows': [() => xlsxOfParts([{ rows: longRows.join('') }]), 'document-too-complex'],
    'with merged ranges upon each other': [() => xlsxOfParts([{ rows: row(1, '甲'), merges }]), 'document-too-complex'],
    'with one long text in every cell': [
      () =>
        xlsxOfParts([{ rows: '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(20_000) }], {
          strings: `<si><t>${'甲'.repeat(30_000)}</t></si>`,
        }),
      'document-too-complex',
    ],
    'without a workbook': [() => zipOf([{ name: 'a', data: 'b' }]), 'archive-damaged'],
    'with a doctype': [() => xlsxOfParts([{ rows: '' }], { prolog: doctype }), 'document-unsafe'],
    'with nothing in it': [() => xlsxOfParts([{ rows: '' }]), 'empty-file'],
  };

  it.each(Object.keys(hostile))('%s is refused within two seconds', async (kind) => {
    const [make, code] = hostile[kind] ?? [];
    const bytes = make?.() ?? new Uint8Array();
    const started = cpuMs();
    await expect(blocksOf(bytes)).rejects.toMatchObject({ code, params: { file: 'a.xlsx' } });
    expect(cpuMs() - started).toBeLessThan(2_000);
  });

  it('merged over the whole sheet is read as it is', async () => {
    const blocks = await blocksOf(xlsxOfParts([{ rows: row(1, '甲') + row(2, '乙'), merges: ['A1:XFD1048576'] }]));
    expect(shape(blocks)).toEqual(['甲']);
  });
});
