import { describe, expect, it } from '@jest/globals';
import { comparableSentence, sentenceTarget } from './sentence-target.js';

describe('The target in a sentence of a department goal', () => {
  it.each([
    ['案件结案率≥92%', '案件结案率', 'progressRate', 'gte', 92, '%'],
    ['法定审限内结案率≥95%', '法定审限内结案率', 'level', 'gte', 95, '%'],
    ['被发回重审率≤2%', '被发回重审率', 'level', 'lte', 2, '%'],
    ['陪审员参审案件≥420件', '陪审员参审案件', 'cumulative', 'gte', 420, '件'],
    ['诉讼服务满意度：大于等于90%为优秀', '诉讼服务满意度', 'yearEnd', 'gte', 90, '%'],
    ['打击犯罪达到50起', '打击犯罪', 'cumulative', 'gte', 50, '起'],
    ['办案质量合格率95%以上', '办案质量合格率', 'level', 'gte', 95, '%'],
  ])('R16, R17: reads %s', (text, name, kind, operator, number, unit) => {
    expect(sentenceTarget(text, 2026)).toMatchObject({ name, kind, operator, number, unit });
  });

  it('R17: takes an execution rate as a typed progress rate, for there is no budget to fill it from', () => {
    expect(sentenceTarget('预算执行率≥95%', 2026).kind).toBe('progressRate');
  });

  it('R16: reads a day, and names the indicator by what follows it', () => {
    expect(sentenceTarget('2026年9月底前完成智慧法庭建设', 2026)).toMatchObject({
      kind: 'date',
      dueDate: '2026-09-30',
    });
    expect(sentenceTarget('2026年9月底前完成智慧法庭建设', 2026).name).toBe('完成智慧法庭建设');
  });

  it('R17: takes a sentence without a value as qualitative', () => {
    const target = sentenceTarget('司法公信力不断提高', 2026);
    expect(target).toMatchObject({ kind: 'qualitative', name: '司法公信力不断提高', number: null, assessedFrom: 1 });
  });

  it('R17b: infers the direction of a number without an operator from the name', () => {
    expect(sentenceTarget('群众投诉率2%', 2026)).toMatchObject({ direction: 'atMost', directionInferred: true });
  });

  it.each(['案件结案率≥92%', '案件结案率 ≧92%。', '案件结案率：大于等于92％', '案件结案率不低于92%'])(
    'recognises %s as the same sentence',
    (text) => expect(comparableSentence(text)).toBe('案件结案率≥92%'),
  );

  it('keeps sentences with other values apart', () => {
    expect(comparableSentence('案件结案率≥90%')).not.toBe(comparableSentence('案件结案率≥92%'));
    expect(comparableSentence('案件结案率≤92%')).not.toBe(comparableSentence('案件结案率≥92%'));
  });
});
