import type { Block } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { cpuMs } from '../../../../../../test/support/cpu-time.js';
import { docxOfBody, docxOfXml } from '../../../../../../test/support/office-parts.js';
import { readTargetDocument } from '../read-target-document.js';

const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

async function blocksOf(bytes: Uint8Array): Promise<Block[]> {
  const blocks: Block[] = [];
  for await (const block of readTargetDocument(bytes, 'a.docx')) blocks.push(block);
  return blocks;
}

const shapeOf = async (body: string, namespace?: string): Promise<(string | string[])[]> =>
  (await blocksOf(docxOfBody(body, namespace))).map((block) =>
    block.kind === 'text' ? block.text : block.cells.map(({ text }) => text),
  );

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string): string => `<w:p>${content.startsWith('<') ? content : run(content)}</w:p>`;
const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

describe('tables of a Word document', () => {
  it('give the rows that the text export of Word gives: merged below is empty, merged across is one cell', async () => {
    const body = tbl(
      tr(tc('产出指标', '<w:vMerge w:val="restart"/>'), tc('数量指标'), tc('案件数', '<w:gridSpan w:val="3"/>')),
      tr(
        tc('盖住的字', '<w:vMerge/>'),
        tc('质量指标'),
        tc('率', '<w:hMerge w:val="restart"/>'),
        tc('x', '<w:hMerge/>'),
      ),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('社会效益')}</w:tr>`,
    );
    expect(await shapeOf(body)).toEqual([['产出指标', '数量指标', '案件数'], ['', '质量指标', '率'], ['社会效益']]);
    expect(await shapeOf(body, STRICT)).toEqual(await shapeOf(body));
  });

  it('say where each cell is, tables and paragraphs counted from 1', async () => {
    const blocks = await blocksOf(docxOfBody(`${p('')}${p('标题')}${tbl(tr(tc('甲')))}${tbl(tr(tc('乙'), tc('丙')))}`));
    expect(blocks).toEqual([
      { kind: 'text', text: '标题', at: 'paragraph 2' },
      { kind: 'row', at: 'table 1 row 1', cells: [{ text: '甲', at: 'table 1 row 1 cell 1' }] },
      {
        kind: 'row',
        at: 'table 2 row 1',
        cells: [
          { text: '乙', at: 'table 2 row 1 cell 1' },
          { text: '丙', at: 'table 2 row 1 cell 2' },
        ],
      },
    ]);
  });

  it('keep labels split over paragraphs and soft breaks as lines of one cell', async () => {
    const cell = tc(`${p('项目')}${p('编码')}`) + tc(p(`${run('一')}<w:r><w:br/><w:tab/></w:r>${run('二')}`));
    expect(await shapeOf(tbl(tr(cell)))).toEqual([['项目\n编码', '一\n二']]);
  });

  it('take the text of a table inside a cell into the cell, and rows out of a table that only frames others', async () => {
    const inner = tbl(tr(tc('小一'), tc('小二')));
    expect(await shapeOf(tbl(tr(tc('甲'), tc(`${p('乙')}${inner}${p('')}`))))).toEqual([['甲', '乙\n小一\n小二']]);
    expect(await shapeOf(tbl(tr(tc(`${p('甲绩效目标表')}${inner}`))))).toEqual(['甲绩效目标表', ['小一', '小二']]);
  });

  it('make a heading of a row that holds nothing else', async () => {
    expect(await shapeOf(tbl(tr(tc('甲绩效目标表', '<w:gridSpan w:val="2"/>')), tr(tc('一'), tc('二'))))).toEqual([
      '甲绩效目标表',
      ['一', '二'],
    ]);
  });

  it('leave out rows, words and moves that were deleted in review, and hidden words', async () => {
    const deletedRow = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('旧')}</w:tr>`;
    const words = `<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins><w:moveFrom>${run('走')}</w:moveFrom>${run('藏', '<w:vanish/>')}${run('显', '<w:vanish w:val="0"/>')}`;
    expect(await shapeOf(tbl(deletedRow, tr(tc(p(words)), tc('乙'))))).toEqual([['新显', '乙']]);
  });
});

describe('the text of a Word document', () => {
  it('joins a heading that stands in two paragraphs', async () => {
    expect(await shapeOf(`${p('办案经费')}${p('项目绩效目标表')}${p('')}${p('绩效目标表')}`)).toEqual([
      '办案经费项目绩效目标表',
      '绩效目标表',
    ]);
  });

  it('reads results of fields, not their instructions, and leaves computed numbers out', async () => {
    const field = '<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>' + run('结果');
    const numbered = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:tabs><w:tab/></w:tabs></w:pPr>${run('职责')}`;
    expect(await shapeOf(p(field) + p(numbered))).toEqual(['结果', '职责']);
  });

  it('reads one of several representations, text boxes, signs in the font Symbol and formulas', async () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const choice = `<mc:AlternateContent><mc:Choice Requires="wps">${box('框')}</mc:Choice><mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent>`;
    const sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run('90%');
    const formula = `<m:oMath><m:r><m:t>≤5</m:t></m:r></m:oMath>`;
    expect(await shapeOf(p(`<w:r>${choice}</w:r>${run('前')}`) + p(sign) + p(formula))).toEqual([
      '框',
      '前',
      '≥90%',
      '≤5',
    ]);
    const onlyFallback = `<mc:AlternateContent><mc:Fallback>${run('旧式')}</mc:Fallback></mc:AlternateContent>`;
    expect(await shapeOf(p(onlyFallback))).toEqual(['旧式']);
  });

  it('follows nothing that lies outside the file, and runs no macro', async () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/attachedTemplate" Target="http://192.0.2.1/evil.dotm" TargetMode="External"/></Relationships>';
    const extra = [
      { name: 'word/_rels/document.xml.rels', data: rels },
      { name: 'word/vbaProject.bin', data: 'Sub AutoOpen' },
    ];
    const blocks: Block[] = [];
    for await (const block of readTargetDocument(docxOfBody(p('文'), undefined, extra), 'a.docm')) blocks.push(block);
    expect(blocks).toEqual([{ kind: 'text', text: '文', at: 'paragraph 1' }]);
  });
});

describe('a hostile Word document', () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const laughs = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
  const hostile: Record<string, [string, string]> = {
    'with a billion laughs': [
      `<!DOCTYPE d [<!ENTITY l0 "哈">${laughs.join('')}]><w:document ${W}><w:t>&l9;</w:t></w:document>`,
      'document-unsafe',
    ],
    'with an external entity': [
      `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${W}>&x;</w:document>`,
      'document-unsafe',
    ],
    'with an entity that nobody defined': [`<w:document ${W}>&x;</w:document>`, 'archive-damaged'],
    'that is not well-formed': [`<w:document ${W}><w:p></w:document>`, 'archive-damaged'],
    'that is not UTF-8': [`<w:document ${W}>`, 'archive-damaged'],
    'of endless nesting': ['<a>'.repeat(100_000), 'document-too-complex'],
    'of tables in tables': [`<w:document ${W}>${'<w:tbl><w:tr><w:tc>'.repeat(100)}`, 'document-too-complex'],
    'of one endless word': [
      `<w:document ${W}><w:p><w:r><w:t>${Array.from({ length: 3_000_000 }, (_, index) => index.toString(36)).join('')}`,
      'document-too-complex',
    ],
  };

  it.each(Object.keys(hostile))('%s is refused within two seconds', async (kind) => {
    const [xml = '', code] = hostile[kind] ?? [];
    const bytes = docxOfXml(xml);
    const started = cpuMs();
    await expect(blocksOf(bytes)).rejects.toMatchObject({ code, params: { file: 'a.docx' } });
    expect(cpuMs() - started).toBeLessThan(2_000);
  });
});
