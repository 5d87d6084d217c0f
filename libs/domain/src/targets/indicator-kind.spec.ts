import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { directionDoubt } from './direction-check.js';
import { inferKind } from './indicator-kind.js';
import { parseTargetValue } from './value-parser.js';

const kindOf = (name: string, value: string) =>
  inferKind({ name, value: parseTargetValue(value, { name, year: 2023 }) }).kind;

describe('R17: kind of an indicator', () => {
  it.each([
    ['工作完成率(%)', '100%'],
    ['案件结案率(%)', '≥80百分比'],
    ['案件处理办结率（%）', '≥85百分比'],
    ['矛盾纠纷调处率(%)', '≥90百分比'],
    ['矛盾纠纷化解率', '≥90%'],
    ['宣传、活动区域覆盖率', '≥80百分比'],
    ['人员经费保障覆盖率', '100百分比'],
    ['城乡居民参保率', '≥95%'],
    ['活动参与率', '≥80%'],
    ['执行公开率(%)', '≥90百分比'],
    ['吸毒人员戒毒成功率', '≥90百分比'],
    ['司法救助资金发放率', '≧100%'],
    ['资金支付率', '100%'],
    ['创新工作完成率', '≥85百分比'],
    ['人民调解案件数', '≥95百分比'],
    ['实际受理案件数量', '≥90百分比'],
    ['实际受理案件数量（起）', '≥90百分比'],
    ['宣传次数', '100%'],
    ['支付聘用人员工资额', '100百分比'],
  ])('(a) %s %s is a progress rate', (name, value) => {
    expect(kindOf(name, value)).toBe('progressRate');
  });

  it.each([
    ['预算执行率', '≥90%'],
    ['项目预算执行率', '≥95%'],
    ['人员经费执行率', '100百分比'],
  ])('(a) %s %s is filled from R7', (name, value) => {
    expect(kindOf(name, value)).toBe('executionRate');
  });

  it.each([
    ['服务对象满意度', '≥90%'],
    ['服务对象满意度', '≤90%'],
    ['群众满意率', '≥90%'],
    ['政策知晓率', '≥80%'],
    ['设备使用年限', '≥6年'],
    ['满意度(≥**%)', '90'],
  ])('(b) %s %s is assessed from month 12', (name, value) => {
    expect(inferKind({ name, value: parseTargetValue(value, { name }) })).toEqual({
      kind: 'yearEnd',
      assessedFrom: 12,
    });
  });

  it.each([
    ['各项任务完成及时率（%）', '≥90百分比'],
    ['各项工作任务按时完成率', '≥95百分比'],
    ['按时办结率', '≥80百分比'],
    ['审限结案率', '≥90%'],
    ['工作合格率(%)', '100%'],
    ['社区矫正执法人员学习时间达标率', '≥90百分比'],
    ['法律援助案件质量等级优良率', '≥80百分比'],
    ['设备完好率', '≥95%'],
    ['监控在线率', '≥95%'],
    ['群众投诉下降率（%）', '≥50百分比'],
    ['受援群众投诉率(%)', '≥90百分比'],
    ['投诉办结率', '100%'],
    ['提高效率', '≥80百分比'],
    ['人员工作支付及时性', '100百分比'],
    ['吸毒人员管控比率(%)', '≥95百分比'],
    ['预算控制数', '100百分比'],
    ['预算控制数', '≤100百分比'],
    ['工作完成率', '≤100%'],
    ['社区矫正人数', '≤95人'],
    ['安全事故', '0起'],
    ['项目成本', '17万元'],
    ['平均审理天数', '48天/个'],
    ['补助标准', '20元/户'],
    ['补助标准', '≥20元/户'],
    ['响应时间', '≤2h'],
    ['保修期限', '≥3年'],
    ['合格率', '≥95'],
    ['考核得分', '≥95分'],
    ['办件差错', '≤3‰'],
    ['例会次数', '每月≥1次'],
  ])('(c) %s %s is a level', (name, value) => {
    expect(kindOf(name, value)).toBe('level');
  });

  it.each([
    ['组织宣传活动次数', '≥6次'],
    ['社区矫正人数(人）', '≥100人'],
    ['设立法律顾问', '2人'],
    ['审理案件数', '≥27000件'],
    ['印刷品', '≥50000张/册'],
    ['培训', '≥100人/次'],
    ['减免税额', '≥100万元'],
    ['运维年限', '1年'],
    ['服务年限', '≥1年'],
    ['惠及', '4.5万户'],
    ['宣传次数', '≥6'],
    ['巡查', '≥2次/年'],
  ])('(d) %s %s is cumulative', (name, value) => {
    expect(kindOf(name, value)).toBe('cumulative');
  });

  it('qualitative and date targets are what their value is', () => {
    expect(kindOf('工作开展的水平', '是')).toBe('qualitative');
    expect(kindOf('完成时限', '2023年12月31日')).toBe('date');
    expect(kindOf('服务对象满意度', '满意')).toBe('qualitative');
  });

  it('is total, and only year-end indicators are assessed late', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, value) => {
        const { kind, assessedFrom } = inferKind({ name, value: parseTargetValue(value, { name }) });
        expect(assessedFrom).toBe(kind === 'yearEnd' ? 12 : 1);
      }),
    );
  });
});

describe('R41: a direction that contradicts the name', () => {
  const doubt = (name: string, value: string) =>
    directionDoubt({ name, value: parseTargetValue(value, { name }) })?.code;

  it.each([
    ['受援群众投诉率', '≥90'],
    ['受援群众投诉率(%)', '≥90百分比'],
    ['被发回重审率', '>2%'],
    ['差错率', '≥1%'],
    ['资金成本', '≥90百分比'],
    ['预算超支', '≥1万元'],
    ['投诉率', '=2%'],
  ])('%s %s', (name, value) => {
    expect(doubt(name, value)).toBe('direction-doubtful-at-least');
  });

  it.each([
    ['服务对象满意度', '≤90%'],
    ['案件结案率', '90%以内'],
    ['人员覆盖率', '<90%'],
  ])('%s %s', (name, value) => {
    expect(doubt(name, value)).toBe('direction-doubtful-at-most');
  });

  it.each([
    ['群众投诉下降率', '≥50'],
    ['降低成本', '≥5%'],
    ['投诉率减少', '≥5%'],
    ['成本节约率', '≥5%'],
    ['成本控制率', '≥95%'],
    ['投诉率', '≤2%'],
    ['投诉率', '2%'],
    ['服务对象满意度', '≥90%'],
    ['项目成本', '17万元'],
    ['投诉率', '较低'],
    ['成本', '2023年12月31日'],
  ])('%s %s is not doubted', (name, value) => {
    expect(doubt(name, value)).toBeUndefined();
  });
});
