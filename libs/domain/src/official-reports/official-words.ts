import { ratio, roundHalfAway } from '../kernel/exact.js';
import { wanFromFen, type Fen } from '../kernel/money.js';
import type { Light } from '../monitoring/assessment-types.js';

/** An amount as official papers print it: `1,234.50万元`. */
export const wan = (fen: Fen): string => `${wanFromFen(fen)}万元`;

/** Percent with 2 places. */
export const percent = (figure: number): string => `${figure.toFixed(2)}%`;

/** `part ÷ whole` in percent, rounded half away from zero to 2 places; null where there is nothing to divide by. */
export const percentOf = (part: Fen, whole: Fen): number | null =>
  whole === 0 ? null : roundHalfAway(ratio(part, whole).mul(100), 2);

/** Difference of two shares of the same whole in points with 2 places, rounded once. */
export const pointsBetween = (part: Fen, other: Fen, whole: Fen): number =>
  roundHalfAway(ratio(part - other, whole).mul(100), 2);

/** `低于计划7.59个百分点`. */
export function againstPlan(points: number): string {
  if (points === 0) return '与计划进度持平';
  return `${points < 0 ? '低于' : '高于'}计划进度${Math.abs(points).toFixed(2)}个百分点`;
}

/** `+3.20` or `−7.59`. */
export const signed = (points: number): string =>
  points === 0 ? '0.00' : `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(2)}`;

export const quoted = (name: string): string => `“${name}”`;

/** 12 → `1月至12月`. */
export const monthsTo = (month: number): string => (month === 1 ? '1月' : `1月至${month}月`);

/** `2026-10-31` → `2026年10月31日`. */
export function dayText(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${Number(year)}年${Number(month)}月${Number(date)}日`;
}

export const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  red: '红灯',
  yellow: '黄灯',
  green: '绿灯',
  blue: '蓝灯',
  grey: '灰灯',
};

/** `红灯3个、黄灯1个`; what there is none of is left out. */
export const counted = (parts: readonly (readonly [word: string, count: number, unit?: string])[]): string =>
  parts
    .filter(([, count]) => count > 0)
    .map(([word, count, unit = '个']) => `${word}${count}${unit}`)
    .join('、');

const ORDINALS = '一二三四五六七八九十';

/** 1 → 一, 11 → 十一; up to 19. */
export const ordinal = (place: number): string =>
  place <= 10 ? (ORDINALS[place - 1] ?? '') : `十${ORDINALS[place - 11] ?? ''}`;
