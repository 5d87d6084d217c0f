import ExcelJS from 'exceljs';
import { blocksOfText } from '@jixiao/domain';
import { docxOf } from '../support/office-files.js';

/** A file as the page's file field takes it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A target document of the court as Word exports it to text; its schedule falls from 25 to 20. */
const COURT = `第二部分

预算项目绩效目标

1、诉讼服务中心改造绩效目标表
	102001青禾县人民法院
	单位：万元

	项目编码
	————
	项目名称
	诉讼服务中心改造

	预算规模及资金用途
	预算数
	58.60
	其中：财政    资金
	58.60
	其他资金
	

	
	用于诉讼服务大厅改造和自助立案设备购置

	资金支出计划（%）
	3月底
	6月底
	10月底
	12月底

	
	25%
	20%
	80%
	100%

	绩效目标
	1.完成诉讼服务大厅改造

	一级指标
	二级指标
	三级指标
	绩效指标描述
	指标值
	指标值确定依据

	产出指标
	数量指标
	购置自助立案设备
	购置设备数量
	12台
	年初工作计划

	满意度指标
	服务对象满意度指标
	当事人满意度
	当事人对诉讼服务的满意程度
	≥90%
	问卷调查
`;

export const textFile = (name: string, text: string): ChosenFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text, 'utf8'),
});

export const courtText = (name: string): ChosenFile => textFile(name, COURT);

/** The same as a Word document, its tables with merged cells. */
export const courtWord = async (name: string): Promise<ChosenFile> => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from(await docxOf(blocksOfText(COURT))),
});

const HEADER = [
  ...['序号', '预算单位', '项目名称', '年初预算数（元）', '一级指标', '二级指标', '三级指标'],
  ...['计算符号', '指标值', '计量单位', '权重'],
];
const UNIT = '青禾县人民法院';
const ROWS = [
  [1, UNIT, '数字法庭改造', 325_000, '产出指标', '数量指标', '改造法庭数量', '≥', 3, '个', 20],
  [1, UNIT, '数字法庭改造', 325_000, '效益指标', '社会效益指标', '庭审直播率', '≥', 80, '%', 30],
  [2, UNIT, '档案数字化加工', 186_000, '产出指标', '数量指标', '加工卷宗数量', '≥', 4200, '卷', 50],
];

/** A flat table of all projects, one row per indicator, amounts in 元. */
export async function flatSheet(name: string): Promise<ChosenFile> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('2027年目标');
  sheet.addRow(HEADER);
  for (const row of ROWS) sheet.addRow(row);
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  };
}

/** Looks like a Word document and is none. */
export const brokenWord = (name: string): ChosenFile => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from('PK\u0003\u0004 this is no archive'),
});
