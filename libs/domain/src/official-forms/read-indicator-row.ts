import { excerpt } from '../kernel/text.js';
import { LIKELIHOODS, REASONS, type Likelihood, type Reason } from '../reporting/report-types.js';
import { LIKELIHOOD_OF, REASON_OF } from '../reporting/report-words.js';
import type { Cell } from '../targets/recognition/document-types.js';
import type { EvaluationFormIndicator, MonitoringFormIndicator } from './form-data.js';
import type { IndicatorColumn } from './form-labels.js';
import { cellAtPlace } from './indicator-columns.js';
import { readMarkCell, readPointsCell, type ReadCell, readTextCell } from './read-form-cell.js';
import type { FormProblem } from './recognised-form.js';

/** All that a line of either form may hold. */
export type ReadIndicator = MonitoringFormIndicator & EvaluationFormIndicator;

export interface IndicatorReading {
  readonly indicator: ReadIndicator;
  readonly places: Readonly<Record<string, string>>;
  readonly problems: readonly FormProblem[];
}

/** Names of levels are printed with space to fill narrow cells. */
const levelText = (cell: Cell | null): string => cell?.text.replace(/\s/g, '') ?? '';

/** Reads a line of indicators; a blank level is that of the line above. */
export class IndicatorRow {
  private readonly places: Record<string, string> = {};
  private readonly problems: FormProblem[] = [];

  constructor(
    private readonly cells: readonly Cell[],
    private readonly columns: ReadonlyMap<IndicatorColumn, number>,
  ) {}

  get isBlank(): boolean {
    return [...this.columns.keys()].every((column) => (this.cell(column)?.text ?? '') === '');
  }

  /** True where something was answered, whatever the line is named. */
  get hasAnswers(): boolean {
    return (['result', 'expected', 'reasonNote', 'note', 'explanation'] as const).some(
      (column) => (this.cell(column)?.text ?? '') !== '',
    );
  }

  read(above: Pick<ReadIndicator, 'level1' | 'level2'>): IndicatorReading {
    const level1 = levelText(this.cell('level1')) || above.level1;
    const level2 = levelText(this.cell('level2')) || (level1 === above.level1 ? above.level2 : '');
    const indicator: ReadIndicator = {
      level1,
      level2,
      name: this.text('name', 'name') ?? '',
      target: this.text('target', 'target') ?? '',
      result: this.text('result', 'result'),
      expected: this.text('expected', 'expected'),
      reasons: this.reasons(),
      reasonNote: this.text('reasonNote', 'reasonNote'),
      likelihood: this.likelihood(),
      note: this.text('note', 'note'),
      weight: this.points('weight'),
      points: this.points('points'),
      explanation: this.text('explanation', 'explanation'),
    };
    return { indicator, places: this.places, problems: this.problems };
  }

  private cell(column: IndicatorColumn): Cell | null {
    const place = this.columns.get(column);
    return place === undefined ? null : cellAtPlace(this.cells, place);
  }

  private text(column: IndicatorColumn, key: string): string | null {
    const cell = this.placed(column, key);
    return cell && readTextCell(cell);
  }

  private placed(column: IndicatorColumn, key: string): Cell | null {
    const cell = this.cell(column);
    if (cell && this.places[key] === undefined) this.places[key] = cell.at;
    return cell;
  }

  private points(column: 'weight' | 'points'): number | null {
    const cell = this.placed(column, column);
    return cell && this.taken(readPointsCell(cell), null);
  }

  private reasons(): Reason[] {
    const ticked = REASONS.filter((reason) => this.isTicked(`reason.${reason}`, 'reasons'));
    const written = this.placed('reasons', 'reasons')?.text.split(/[、,，;；\s]+/) ?? [];
    for (const text of written.filter((word) => word !== '' && word !== '—')) {
      const reason = REASON_OF.get(text);
      if (reason === undefined) this.refuse('form-reason-unknown', 'reasons', text);
      else if (!ticked.includes(reason)) ticked.push(reason);
    }
    return REASONS.filter((reason) => ticked.includes(reason));
  }

  private likelihood(): Likelihood | null {
    const ticked = LIKELIHOODS.filter((likelihood) => this.isTicked(`likelihood.${likelihood}`, 'likelihood'));
    const written = this.placed('likelihood', 'likelihood');
    const word = written === null ? null : readTextCell(written);
    if (word !== null) {
      const likelihood = LIKELIHOOD_OF.get(word.replace(/\s/g, ''));
      if (likelihood === undefined) this.refuse('form-likelihood-unknown', 'likelihood', word);
      else ticked.push(likelihood);
    }
    const [only, ...others] = ticked;
    if (others.length === 0) return only ?? null;
    this.problems.push({ code: 'form-likelihood-several', at: this.places['likelihood'] ?? '' });
    return null;
  }

  private isTicked(column: IndicatorColumn, key: string): boolean {
    const cell = this.placed(column, key);
    return cell !== null && this.taken(readMarkCell(cell), false);
  }

  private taken<T>(read: ReadCell<T>, otherwise: T): T {
    if ('value' in read) return read.value;
    this.problems.push(read.problem);
    return otherwise;
  }

  private refuse(code: FormProblem['code'], key: string, text: string): void {
    this.problems.push({ code, at: this.places[key] ?? '', params: { text: excerpt(text) } });
  }
}
