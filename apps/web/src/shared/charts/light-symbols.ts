import type { Light } from '@jixiao/domain';

/**
 * The shape of a light in a chart, the same as everywhere else: a chart is readable in grey print, too. Grey is a ring: a
 * circle without a fill.
 */
export const LIGHT_SYMBOLS: Readonly<Record<Light, string>> = {
  red: 'triangle',
  yellow: 'diamond',
  green: 'circle',
  blue: 'rect',
  grey: 'circle',
};

/** The same shapes inside a text. */
export const LIGHT_GLYPHS: Readonly<Record<Light, string>> = {
  red: '▲',
  yellow: '◆',
  green: '●',
  blue: '■',
  grey: '○',
};
