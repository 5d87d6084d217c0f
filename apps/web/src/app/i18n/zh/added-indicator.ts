/** An indicator that a change of targets adds. */
export const addedIndicator = {
  addedIndicator: {
    add: '增加指标',
    legend: '增加的指标 {n}',
    level1: '一级指标',
    level2: '二级指标',
    level2Error: '请选择二级指标。',
    nameError: '请填写指标名称。',
    valueHint: '如 ≥90、6月底前',
    valueError: '请填写指标值。',
    unit: '单位',
    asInferred: '按推断',
    understood: '识别为：{text}',
    drop: '去掉',
    dropOf: '去掉增加的第 {n} 个指标',
  },
};
