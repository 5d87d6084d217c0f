import { wanFromFen } from '../kernel/money.js';
import type { Light } from './assessment-types.js';
import type { Bands } from './rule-pack.js';

/** The languages in which a light is explained (R49). */
export type ExplainLocale = 'zh' | 'en';

const LIGHT_NAMES: Readonly<Record<ExplainLocale, Readonly<Record<Light, string>>>> = {
  zh: { red: '红灯', yellow: '黄灯', green: '绿灯', blue: '蓝灯', grey: '灰灯' },
  en: { red: 'red', yellow: 'yellow', green: 'green', blue: 'blue', grey: 'grey' },
};

export const lightName = (light: Light, locale: ExplainLocale): string => LIGHT_NAMES[locale][light];

/** ` → 红灯。` / ` → red.` */
export const verdictText = (light: Light, locale: ExplainLocale): string =>
  ` → ${lightName(light, locale)}${locale === 'zh' ? '。' : '.'}`;

/** A computed percentage with its 2 places; a dash where there is none. */
export const percentText = (figure: number | null): string => (figure === null ? '—' : `${figure.toFixed(2)}%`);

/** A number with its unit as people write it: `13500件`, `90%`; in English a space before a word. */
export function measure(figure: number | null, unit: string | null, locale: ExplainLocale): string {
  if (figure === null) return '—';
  if (unit === null || unit === '%' || locale === 'zh') return `${figure}${unit ?? ''}`;
  return `${figure} ${unit}`;
}

/**
 * An amount in 万元, or in 元 where 万元 with 2 places would hide it: an excess of 50 元 is not "0.00". In English in yuan.
 */
export function amountText(fen: number, locale: ExplainLocale): string {
  if (locale === 'zh' && (fen === 0 || Math.abs(fen) >= 10_000)) return `${wanFromFen(fen)} 万元`;
  const yuan = (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${yuan} ${locale === 'zh' ? '元' : 'yuan'}`;
}

/**
 * Where a percentage lies among its bands, named by the colour that the unrounded figure got. A figure that only
 * rounding lifts to a limit is said to be slightly below it, so that "60.00 %, below 60 %" does not look like an error.
 */
export function bandText(
  figure: number | null,
  colour: 'red' | 'yellow' | 'green',
  bands: Bands,
  locale: ExplainLocale,
): string {
  const { redBelow, yellowBelow } = bands;
  const limit = colour === 'red' ? redBelow : yellowBelow;
  const close = figure !== null && figure >= limit;
  if (locale === 'zh') {
    if (colour === 'green') return `达到 ${limit}%`;
    const below = `${close ? '略' : ''}低于 ${limit}%`;
    return colour === 'red' ? below : `达到 ${redBelow}% 但${below}`;
  }
  if (colour === 'green') return `reaching ${limit}%`;
  const below = `${close ? 'slightly ' : ''}below ${limit}%`;
  return colour === 'red' ? below : `at least ${redBelow}% but ${below}`;
}

/** `低 24.55 个百分点` / `24.55 points below`. */
export function gapText(gap: number | null, locale: ExplainLocale): string {
  if (gap === null) return '—';
  const points = Math.abs(gap).toFixed(2);
  if (locale === 'zh') return gap === 0 ? '持平' : `${gap < 0 ? '低' : '高'} ${points} 个百分点`;
  return gap === 0 ? 'level with it' : `${points} points ${gap < 0 ? 'below' : 'above'}`;
}
