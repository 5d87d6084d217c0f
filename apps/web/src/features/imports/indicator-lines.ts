import type { Correctable, ImportWarning, StagedIndicator } from './imports.api.js';
import { isAboutProject, isAboutValue } from './warning-places.js';

/** An indicator of the preview with what is to be said at each of its cells. */
export interface IndicatorLine {
  readonly indicator: StagedIndicator;
  readonly nameWarnings: readonly ImportWarning[];
  readonly valueWarnings: readonly ImportWarning[];
  readonly warned: boolean;
  readonly namesCorrected: boolean;
  readonly valueCorrected: boolean;
  readonly judgementCorrected: boolean;
  /** The text has no sign of comparison, so `=` is only what stands for none (R17b). */
  readonly valueInferred: boolean;
  /** Kind and direction come from name and unit (R17); words and days are what they are printed as. */
  readonly judgementInferred: boolean;
}

/** Fields that stand in one cell of the preview. */
export const NAMES: readonly Correctable[] = ['level1', 'level2', 'name'];
export const VALUE: readonly Correctable[] = ['operator', 'number', 'unit', 'dueDate'];
export const JUDGEMENT: readonly Correctable[] = ['direction', 'kind', 'assessedFrom'];

export const indicatorLines = (indicators: readonly StagedIndicator[]): IndicatorLine[] => indicators.map(lineOf);

function lineOf(indicator: StagedIndicator): IndicatorLine {
  const { corrected, directionInferred, kind, operator } = indicator;
  const warnings = indicator.warnings.filter((warning) => !isAboutProject(warning));
  const anyOf = (fields: readonly Correctable[]): boolean => fields.some((field) => corrected.includes(field));
  const valueWarnings = warnings.filter((warning) => isAboutValue(warning, indicator));
  return {
    indicator,
    nameWarnings: warnings.filter((warning) => !valueWarnings.includes(warning)),
    valueWarnings,
    warned: warnings.length > 0,
    namesCorrected: anyOf(NAMES),
    valueCorrected: anyOf(VALUE),
    judgementCorrected: anyOf(JUDGEMENT),
    valueInferred: directionInferred && operator === 'eq',
    judgementInferred: kind !== 'qualitative' && kind !== 'date',
  };
}
