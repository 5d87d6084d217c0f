import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { readTargetDocument } from '../read-target-document.js';
import { pngOf } from './draw-svg.js';
import { reportPicture } from './report-charts.js';
import type { ReportDocument } from './report-document.js';
import { writeReportDocx } from './write-report-docx.js';
import { writeReportPdf } from './write-report-pdf.js';

const picture = await reportPicture({
  kind: 'lights',
  bars: [
    { label: '预算执行', red: 2, yellow: 1, green: 3, blue: 0, grey: 0 },
    { label: '绩效目标', red: 0, yellow: 0, green: 6, blue: 0, grey: 0 },
  ],
});
const rows = Array.from({ length: 60 }, (_, place) => [`项目${place + 1}`, '1,234.50']);
const DRAFT: ReportDocument = {
  title: ['迁安市人民法院', '2026年1月至9月项目支出绩效运行监控报告'],
  mark: '草稿',
  blocks: [
    { type: 'heading', level: 1, text: '一、项目支出基本情况' },
    { type: 'paragraph', text: '截至2026年9月底，预算执行率42.41%。\n另起一段。' },
    {
      type: 'table',
      title: '表1　项目支出情况表',
      columns: [
        { title: '项目名称', align: 'left', width: 3 },
        { title: '执行数', align: 'right', width: 1 },
      ],
      rows,
      note: '另有3个项目未列入本表。',
    },
    { type: 'heading', level: 2, text: '（一）预算执行情况' },
    { type: 'picture', title: '图1　有红灯项目2个', picture },
  ],
  issuer: '迁安市人民法院',
  issuedOn: null,
  verification: null,
};
const SEALED: ReportDocument = {
  ...DRAFT,
  mark: null,
  issuedOn: '2026年10月25日',
  verification: '第3版　封存校验值 0123',
};

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

describe('an official report as Word document', () => {
  it('is read back by the own reader with everything in its order', async () => {
    const said: string[] = [];
    for await (const block of readTargetDocument(await writeReportDocx(SEALED), 'a.docx')) {
      said.push(block.kind === 'text' ? block.text : block.cells.map(({ text }) => text).join('|'));
    }
    expect(said.slice(0, 7)).toEqual([
      '迁安市人民法院',
      '2026年1月至9月项目支出绩效运行监控报告',
      '一、项目支出基本情况',
      '截至2026年9月底，预算执行率42.41%。',
      '另起一段。',
      '表1　项目支出情况表',
      '项目名称|执行数',
    ]);
    expect(said.slice(-5)).toEqual([
      '注：另有3个项目未列入本表。',
      '（一）预算执行情况',
      '图1　有红灯项目2个',
      '迁安市人民法院',
      '2026年10月25日',
    ]);
  });

  it('repeats the header of tables, and names what to take for fonts that are missing', async () => {
    const bytes = await writeReportDocx(DRAFT);
    expect(part(bytes, 'word/document.xml').match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const table = part(bytes, 'word/fontTable.xml');
    const instead = (name: string) => new RegExp(`w:name="${name}"><w:altName w:val="([^",]+)`).exec(table)?.[1];
    expect(['方正小标宋简体', '黑体', '仿宋_GB2312', '楷体_GB2312'].map(instead)).toEqual([
      'FZXiaoBiaoSong-B05S',
      'SimHei',
      '仿宋',
      '楷体',
    ]);
  });

  it('says on every page of a draft that it is one, and at the foot of a sealed one how to check it', async () => {
    const parts = async (report: ReportDocument): Promise<string> => {
      const entries = Object.entries(unzipSync(await writeReportDocx(report)));
      return entries.map(([name, bytes]) => (/(header|footer)\d/.test(name) ? strFromU8(bytes) : '')).join('');
    };
    expect((await parts(DRAFT)).match(/草稿/g)).toHaveLength(2);
    expect(await parts(SEALED)).not.toContain('草稿');
    expect((await parts(SEALED)).match(/封存校验值/g)).toHaveLength(2);
  });
});

describe('a picture of a report', () => {
  it('is the same for the same figures, with shape and word beside the colour, and has dots for Word', async () => {
    const again = await reportPicture({
      kind: 'lights',
      bars: [
        { label: '预算执行', red: 2, yellow: 1, green: 3, blue: 0, grey: 0 },
        { label: '绩效目标', red: 0, yellow: 0, green: 6, blue: 0, grey: 0 },
      ],
    });
    expect(again).toEqual(picture);
    for (const word of ['▲ 红灯', '◆ 黄灯', '● 绿灯', '预算执行']) expect(picture.svg).toContain(word);
    expect(picture.svg).not.toContain('蓝灯');
    expect(picture.description).toBe('预算执行：红灯2个、黄灯1个、绿灯3个；绩效目标：红灯0个、黄灯0个、绿灯6个');
    const png = await pngOf(picture.svg, picture.width);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([picture.width * 3, picture.height * 3]);
  });
});

describe('an official report as PDF', () => {
  it('holds all its text with an embedded font, and goes on over pages', async () => {
    const bytes = await writeReportPdf(SEALED);
    const text = (await pagesOfPdf(bytes)).join('').replace(/\s/g, '');
    let place = 0;
    for (const said of [
      '项目支出绩效运行监控报告',
      '一、项目支出基本情况',
      '项目60',
      '图1有红灯项目2个',
      '2026年10月25日',
    ]) {
      const found = text.indexOf(said, place);
      expect([said, found >= place]).toEqual([said, true]);
      place = found;
    }
    expect(text).toContain('—2—');
    expect(bytes.toString('latin1')).toMatch(/\/FontName \/[A-Z]+\+NotoSansSC/);
    expect(bytes.length).toBeLessThan(200_000);
  });

  it('never leaves a heading alone at the end of a page', async () => {
    const paragraphs = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ type: 'paragraph' as const, text: `第${place + 1}段。` }));
    // One of these heights puts the first heading upon the last line, one the second.
    for (const count of [14, 15, 16, 17]) {
      const bytes = await writeReportPdf({
        ...SEALED,
        blocks: [
          ...paragraphs(count),
          { type: 'heading', level: 1, text: '二、结果' },
          { type: 'heading', level: 2, text: '（一）到位' },
          { type: 'paragraph', text: '全部到位。' },
        ],
      });
      const pages = await pagesOfPdf(bytes);
      const withHeading = pages.filter((page) => page.includes('二、结果'));
      expect([count, withHeading.map((page) => page.includes('全部到位'))]).toEqual([count, [true]]);
    }
  });
});

async function pagesOfPdf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text.map((page) => page.normalize('NFKC'));
}
