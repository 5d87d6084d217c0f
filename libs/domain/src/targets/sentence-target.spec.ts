import { describe, expect, it } from '@jest/globals';
import { directionQuestion } from './direction-check.js';
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

  it('R41: reads the value in the direction that finance has decided on, and infers the kind from it', () => {
    expect(sentenceTarget('受援群众投诉率≥90%', 2026, 'atMost')).toMatchObject({
      ...{ operator: 'lte', direction: 'atMost', directionInferred: false, operatorPrinted: true },
      rawValue: '≥90%',
    });
    expect(sentenceTarget('案件结案率≤92%', 2026, 'atLeast')).toMatchObject({ operator: 'gte', kind: 'progressRate' });
    expect(sentenceTarget('群众投诉率2%', 2026, 'atLeast')).toMatchObject({
      ...{ operator: 'eq', direction: 'atLeast', directionInferred: false },
    });
  });

  it('R41: is left alone by a confirmation, and has no direction where there is no number', () => {
    const { directionInferred: _printed, ...printed } = sentenceTarget('受援群众投诉率≥90%', 2026);
    expect(sentenceTarget('受援群众投诉率≥90%', 2026, 'atLeast')).toMatchObject(printed);
    expect(sentenceTarget('司法公信力不断提高', 2026, 'atMost')).toEqual(sentenceTarget('司法公信力不断提高', 2026));
  });

  it.each([
    ['受援群众投诉率≥90%', 'doubted'],
    ['案件结案率≤92%', 'doubted'],
    ['群众投诉率2%', 'inferred'],
    ['案件结案率≥92%', null],
    ['群众投诉下降率≥50%', null],
    ['司法公信力不断提高', null],
  ])('R17b, R41: asks finance about the direction of %s: %s', (text, question) => {
    expect(directionQuestion(sentenceTarget(text, 2026))).toBe(question);
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
