import { describe, expect, it } from '@jest/globals';
import { accountColumn } from './account-columns.js';

const amount = (label: string) => {
  const column = accountColumn(label);
  return column !== null && 'amount' in column ? [column.amount, column.unit] : column;
};

describe('labels of a file of final accounts', () => {
  it.each([
    ['决算数', 'expenditureFen', null],
    ['决算数（万元）', 'expenditureFen', 'wan'],
    ['全年支出决算', 'expenditureFen', null],
    ['全年支出决算数(元)', 'expenditureFen', 'yuan'],
    ['支出决算数', 'expenditureFen', null],
    ['本年支出', 'expenditureFen', null],
    ['本年支出合计（单位：万元）', 'expenditureFen', 'wan'],
    ['实际支出', 'expenditureFen', null],
    ['实际支出金额（元）', 'expenditureFen', 'yuan'],
    ['全年执行数', 'expenditureFen', null],
    ['其中：当年财政拨款', 'fiscalFen', null],
    ['其中: 一般公共预算财政拨款（万元）', 'fiscalFen', 'wan'],
    ['上年结转资金支出', 'carriedFen', null],
    ['其他资金（元）', 'otherFen', 'yuan'],
  ])('%s is %s in %s', (label, field, unit) => {
    expect(amount(label)).toEqual([field, unit]);
  });

  it('names what is no amount', () => {
    expect(accountColumn(' 项目 编码 ')).toEqual({ text: 'code' });
    expect(accountColumn('项目名称')).toEqual({ text: 'name' });
    expect(accountColumn('备注')).toEqual({ text: 'note' });
  });

  it.each([
    '年初预算数',
    '全年预算数',
    '年初结转和结余',
    '年末结转和结余',
    '其他支出',
    '基本支出',
    '执行率',
    '本月支出',
  ])('leaves out %s, which is another figure', (label) => {
    expect(accountColumn(label)).toBeNull();
  });
});
