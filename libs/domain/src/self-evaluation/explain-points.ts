import { exact } from '../kernel/exact.js';
import { clause } from '../kernel/text.js';
import { shown } from '../monitoring/figures.js';
import { isAtMost } from '../monitoring/level-light.js';
import { measure, percentText, type ExplainLocale } from '../monitoring/wording.js';
import { OUTCOME_WORDS } from '../reporting/report-words.js';
import type { LeafPoints, LeafToScore, PointRule } from './evaluation-types.js';

/**
 * R49: how the points of a leaf came about, in one sentence made from the stored figures and the rule:
 * `完成值 95%，指标值 ≥98%，完成率 96.94% × 分值 10 = 9.69。` A deduction (R37) and a reviewer's points follow with why.
 */
export function explainPoints(points: LeafPoints, leaf: LeafToScore, locale: ExplainLocale): string {
  const zh = locale === 'zh';
  const clauses = [ownClause(points, leaf, locale), ...cutClause(points, leaf, zh), ...reviewClause(points, zh)];
  return `${clauses.join(zh ? '；' : '; ')}${zh ? '。' : '.'}`;
}

/** Points as they are counted, with their 2 places. */
export const pointsText = (points: number | null): string => (points === null ? '—' : points.toFixed(2));

function ownClause(points: LeafPoints, leaf: LeafToScore, locale: ExplainLocale): string {
  const rule = points.review?.ownRule ?? points.rule;
  const zh = locale === 'zh';
  switch (rule) {
    case 'positive':
    case 'execution':
    case 'reverse':
    case 'reverse-linear':
    case 'zero-target':
    case 'gate':
      return numberClause(rule, points, leaf, locale);
    case 'outcome':
      return `${outcomeText(leaf, locale)}${choiceText(points, zh)}`;
    case 'unclear': {
      const { rawValue } = leaf.target;
      const why = zh ? `指标值“${rawValue}”无法比较` : `The target “${rawValue}” cannot be compared with`;
      return `${why}${choiceText(points, zh)}`;
    }
    case 'date':
      return dateClause(points, leaf, zh);
    case 'no-result':
      return noResultClause(leaf, zh);
    case 'not-applicable':
      return notApplicableClause(leaf, zh);
    case 'reviewed':
      return zh ? '按复核得分' : 'As reviewed';
  }
}

type NumberRule = Extract<PointRule, 'positive' | 'execution' | 'reverse' | 'reverse-linear' | 'zero-target' | 'gate'>;

function numberClause(rule: NumberRule, points: LeafPoints, leaf: LeafToScore, locale: ExplainLocale): string {
  const zh = locale === 'zh';
  if (leaf.target.kind === 'executionRate' && points.result === null) {
    return zh ? '没有预算而发生支出，不得分' : 'Spent without any budget: no points';
  }
  const figures = figuresText(points, leaf, locale);
  const comma = zh ? '，' : ', ';
  if (rule === 'gate') return `${figures}${comma}${gateText(points, zh)}`;
  if (isFull(points)) return `${figures}${fullText(points, leaf, zh)}`;
  if (rule === 'zero-target') return `${figures}${zh ? '，不符合，不得分' : ', not met: no points'}`;
  return `${figures}${comma}${shareText(rule, zh)} ${productText(points, zh)}`;
}

/** All of the weight, and not by rounding alone: 99.96 % of 10 is 10.00 and no full completion. */
const isFull = ({ beforeCut, weight, completion }: LeafPoints): boolean =>
  beforeCut === weight && (completion === null || completion >= 100);

function figuresText({ result }: LeafPoints, { target }: LeafToScore, locale: ExplainLocale): string {
  const isRate = target.kind === 'executionRate';
  const value = isRate ? percentText(result) : measure(result, target.unit, locale);
  if (locale === 'zh') {
    const direction = target.directionInferred ? `（按${isAtMost(target) ? '不高于' : '不低于'}理解）` : '';
    return `${isRate ? '预算执行率' : '完成值'} ${value}，指标值 ${target.rawValue}${direction}`;
  }
  const direction = target.directionInferred ? ` (read as ${isAtMost(target) ? 'at most' : 'at least'})` : '';
  return `${isRate ? 'Execution rate' : 'Result'} ${value}, target ${target.rawValue}${direction}`;
}

/** A completion above 100 % is told; that of a kept ceiling says nothing. */
function fullText({ completion, weight }: LeafPoints, { target }: LeafToScore, zh: boolean): string {
  const isTold = completion !== null && !isAtMost(target);
  const rate = zh ? `，完成率 ${percentText(completion)}` : `, completion ${percentText(completion)}`;
  return `${isTold ? rate : zh ? '，符合' : ', met'}${zh ? `，得满分 ${weight}` : `: all ${weight} points`}`;
}

/** A completion that only rounding lifts to the gate is said to be slightly below it. */
function gateText({ completion, gate }: LeafPoints, zh: boolean): string {
  const isClose = completion !== null && gate !== null && completion >= gate;
  return zh
    ? `完成率 ${percentText(completion)}，${isClose ? '略' : ''}低于 ${gate}%，不得分`
    : `completion ${percentText(completion)}, ${isClose ? 'slightly ' : ''}below ${gate}%: no points`;
}

function shareText(rule: Exclude<NumberRule, 'gate' | 'zero-target'>, zh: boolean): string {
  switch (rule) {
    case 'positive':
    case 'execution':
      return zh ? '完成率' : 'completion';
    case 'reverse':
      return zh ? '超过指标值，指标值 ÷ 完成值' : 'exceeded: target ÷ result';
    case 'reverse-linear':
      return zh ? '超过指标值，扣除超出比例后' : 'exceeded: less the share of the excess';
  }
}

/** `96.94% × 分值 10 = 9.69`; where the figures as shown would give another product, that is said. */
function productText({ completion, weight, beforeCut }: LeafPoints, zh: boolean): string {
  const product = shown(
    exact(completion ?? 0)
      .mul(weight)
      .div(100),
  );
  const isOff = product !== beforeCut;
  const text = `${percentText(completion)} × ${zh ? '分值 ' : ''}${weight} = ${pointsText(beforeCut)}`;
  if (!isOff) return text;
  return `${text}${zh ? '（按未舍入的比率计算）' : ' (by the unrounded rate)'}`;
}

function outcomeText({ answer }: LeafToScore, locale: ExplainLocale): string {
  const outcome = answer?.type === 'outcome' ? OUTCOME_WORDS[answer.outcome][locale] : '—';
  return locale === 'zh' ? `完成情况为“${outcome}”` : `Reported as ${outcome}`;
}

function choiceText({ choice, beforeCut }: LeafPoints, zh: boolean): string {
  if (choice === null) return '';
  const { from, to, toIncluded } = choice;
  const range = zh
    ? `，可评 ${from} 至${toIncluded ? '' : '不足'} ${to} 分`
    : `, ${from} to ${toIncluded ? '' : 'less than '}${to} points are open`;
  if (beforeCut === null) return `${range}${zh ? '，尚未评分' : ', none chosen yet'}`;
  return `${range}${zh ? `，评 ${pointsText(beforeCut)}` : `, ${pointsText(beforeCut)} chosen`}`;
}

function dateClause({ weight }: LeafPoints, { target, answer }: LeafToScore, zh: boolean): string {
  const doneOn = answer?.type === 'doneOn' ? answer.doneOn : null;
  const due = zh ? `应于 ${target.dueDate} 前完成` : `Due by ${target.dueDate}`;
  if (doneOn === null) return zh ? `${due}，未完成，不得分` : `${due} and not done: no points`;
  const done = zh ? `${due}，实际于 ${doneOn} 完成` : `${due}, done on ${doneOn}`;
  const isInTime = target.dueDate !== null && doneOn <= target.dueDate;
  if (isInTime) return zh ? `${done}，按期，得满分 ${weight}` : `${done}, in time: all ${weight} points`;
  return zh ? `${done}，逾期，不得分` : `${done}, late: no points`;
}

function noResultClause({ target, answer }: LeafToScore, zh: boolean): string {
  if (target.kind === 'executionRate') {
    return zh ? '缺少预算数或支出数，暂不计分' : 'The budget or the expenditure is missing: not scored yet';
  }
  if (answer?.type !== 'noData') return zh ? '没有实际完成值，暂不计分' : 'There is no result: not scored yet';
  return zh
    ? `填报为“无数据”，原因：${clause(answer.why)}，不得分`
    : `Reported as “no data”, because: ${clause(answer.why)}: no points`;
}

function notApplicableClause({ notApplicableWhy }: LeafToScore, zh: boolean): string {
  if (notApplicableWhy === null) {
    return zh
      ? '没有预算也没有支出，不适用，不计入总分'
      : 'There was nothing to spend: does not apply, left out of the total';
  }
  return zh
    ? `不适用，原因：${clause(notApplicableWhy)}，不计入总分`
    : `Does not apply, because: ${clause(notApplicableWhy)}; left out of the total`;
}

function cutClause({ beforeCut, points, review }: LeafPoints, { cut }: LeafToScore, zh: boolean): string[] {
  const left = review === null ? points : review.own;
  if (cut === null || beforeCut === left) return [];
  const deducted = pointsText(cut.points);
  return [
    zh
      ? `扣减 ${deducted}，原因：${clause(cut.reason)}，得 ${pointsText(left)}`
      : `${deducted} deducted, because: ${clause(cut.reason)}, which leaves ${pointsText(left)}`,
  ];
}

function reviewClause({ review, points }: LeafPoints, zh: boolean): string[] {
  if (review === null) return [];
  const reviewed = pointsText(points);
  const why = clause(review.reason);
  return [zh ? `复核改为 ${reviewed}，理由：${why}` : `reviewed as ${reviewed}, because: ${why}`];
}
