/** All projects of a county as CSV, one row per indicator; `mark` makes another document of the same projects. */
export function flatCsv(units: number, projects: number, indicatorsEach: number, mark = ''): string {
  const rows = ['单位编码,预算单位,项目名称,预算数（万元）,一级指标,二级指标,三级指标,运算符,指标值,计量单位'];
  for (let project = 0; project < projects; project += 1) {
    const unit = Math.floor((project * units) / projects);
    const head = `${700_001 + unit},第${unit + 1}预算单位,专项业务经费${project + 1},${50 + (project % 900)}`;
    for (let place = 0; place < indicatorsEach; place += 1) {
      rows.push(`${head},产出指标,数量指标,办理案件数量${place + 1}${mark},≥,${10 + ((project + place) % 500)},件`);
    }
  }
  return `${rows.join('\n')}\n`;
}
