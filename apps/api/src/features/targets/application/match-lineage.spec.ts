import { describe, it, expect } from '@jest/globals';
import { matchLineage, type LineageIdentity } from './match-lineage.js';

const indicator = (name: string, description: string | null = null, level2 = '数量指标'): LineageIdentity => ({
  level1: '产出指标',
  level2,
  name,
  description,
});

describe('lineage of indicators over versions', () => {
  it('follows an indicator whose place in the table changed', () => {
    expect(matchLineage([indicator('甲'), indicator('乙')], [indicator('乙'), indicator('甲')])).toEqual([1, 0]);
  });

  it('follows an indicator whose description was reworded', () => {
    expect(matchLineage([indicator('甲', '旧')], [indicator('甲', '新')])).toEqual([0]);
  });

  it('prefers the same description where two share a name', () => {
    const previous = [indicator('甲', '一'), indicator('甲', '二')];
    expect(matchLineage(previous, [indicator('甲', '二'), indicator('甲', '一')])).toEqual([1, 0]);
  });

  it('starts a new lineage rather than guess between two reworded ones', () => {
    const previous = [indicator('甲', '一'), indicator('甲', '二')];
    expect(matchLineage(previous, [indicator('甲', '三'), indicator('甲', '四')])).toEqual([null, null]);
  });

  it('pairs indicators that are alike in everything by their order, each once', () => {
    const previous = [indicator('甲'), indicator('甲')];
    expect(matchLineage(previous, [indicator('甲'), indicator('甲'), indicator('甲')])).toEqual([0, 1, null]);
  });

  it('does not take an indicator of another level for the same', () => {
    expect(matchLineage([indicator('甲')], [indicator('甲', null, '质量指标')])).toEqual([null]);
  });
});
