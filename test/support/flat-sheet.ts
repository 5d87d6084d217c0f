import ExcelJS from 'exceljs';

export interface FlatSheetSize {
  readonly units: number;
  readonly projects: number;
  readonly indicatorsEach: number;
}

const HEADER = [
  ...['序号', '单位编码', '预算单位', '项目编码', '项目名称', '预算数（万元）', '其中：财政资金', '其他资金'],
  ...['项目概述', '年度绩效目标', '3月底', '6月底', '10月底', '12月底', '一级指标', '二级指标', '三级指标'],
  ...['运算符', '指标值', '计量单位', '权重', '备注'],
];

const KINDS = [
  ['产出指标', '数量指标', '办理案件数量', '≥', '件'],
  ['产出指标', '质量指标', '案件合格率', '≥', '%'],
  ['产出指标', '时效指标', '当年完成率', '≥', '%'],
  ['产出指标', '成本指标', '办案成本', '≤', '万元'],
  ['效益指标', '社会效益指标', '服务覆盖率', '≥', '%'],
  ['效益指标', '可持续影响指标', '制度健全数量', '≥', '项'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', '%'],
  ['产出指标', '数量指标', '培训人次', '≥', '人次'],
  ['产出指标', '数量指标', '维护设备数量', '≥', '台'],
  ['效益指标', '经济效益指标', '节约成本比例', '≥', '%'],
] as const;

/** Writes a sheet of all projects of a county, one row per indicator, as budget systems export it. */
export async function writeFlatSheet(file: string, size: FlatSheetSize): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true });
  const sheet = workbook.addWorksheet('全部项目');
  sheet.addRow(HEADER).commit();
  for (let project = 0; project < size.projects; project += 1) {
    const head = headOf(project, size);
    for (let place = 0; place < size.indicatorsEach; place += 1) {
      sheet.addRow([project * size.indicatorsEach + place + 1, ...head, ...indicatorOf(project, place)]).commit();
    }
  }
  await workbook.commit();
}

/** The year of creation in the codes is 2023 (R3). */
function headOf(project: number, { units, projects }: FlatSheetSize): readonly (string | number)[] {
  const unit = Math.floor((project * units) / projects);
  const budget = 50 + (project % 900);
  return [
    ...[String(700_001 + unit), `第${unit + 1}预算单位`, `99030323P${String(project).padStart(11, '0')}Z`],
    ...[`专项业务经费${project + 1}`, budget, budget - 10, 10],
    ...[`保障第${project + 1}项业务全年正常开展`, `按期完成第${project + 1}项任务`, 25, 50, 80, 100],
  ];
}

function indicatorOf(project: number, place: number): readonly (string | number)[] {
  const [level1, level2, name, operator, unit] = KINDS[place % KINDS.length] ?? KINDS[0];
  const value = unit === '%' ? 90 + (project % 10) : 10 + ((project * 7 + place) % 5000);
  return [level1, level2, `${name}${place + 1}`, operator, value, unit, 10, '年度工作计划'];
}
