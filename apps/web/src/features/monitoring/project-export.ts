import type {
  Indicator,
  ProjectCurve,
  ProjectDetail,
  ProjectLights,
  ProjectTrends,
} from '../../shared/api/schema.gen.js';
import type { ExportCell, TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import { indicatorRows, type IndicatorRow } from './indicator-rows.js';

type Point = ProjectCurve['points'][number];
type RoundLights = ProjectCurve['lightsByRound'][number];
type Month = (month: number) => string;

/** The spending curve month by month, with its forecast, as a file. */
function curveExport(curve: ProjectCurve, month: Month, t: Translate): TableExport {
  const ahead = (point: Point) => curve.forecast?.path.find((step) => step.month === point.month) ?? null;
  return tableOf<Point>(
    t('export.curve'),
    [
      { header: t('curve.month'), kind: 'text', cell: (point) => month(point.month) },
      {
        header: t('curve.planPercent'),
        kind: 'percent',
        cell: ({ planPercent }) => (curve.planMissing ? null : planPercent),
      },
      {
        header: t('curve.straightLinePercent'),
        kind: 'percent',
        cell: ({ straightLinePercent }) => straightLinePercent,
      },
      { header: t('curve.actualPercent'), kind: 'percent', cell: ({ actualPercent }) => actualPercent },
      { header: t('curve.actualWan'), kind: 'wan', cell: ({ actualFen }) => actualFen },
      {
        header: t('lights.csv.source'),
        kind: 'text',
        cell: ({ actualSource }) => actualSource && t(`treasury.source.${actualSource}`),
      },
      { header: t('lights.csv.gapToPlanPoints'), kind: 'points', cell: ({ gapToPlan }) => gapToPlan },
      {
        header: t('series.table.forecastPercent'),
        kind: 'percent',
        cell: (point) => ahead(point)?.forecastPercent ?? null,
      },
      { header: t('series.table.forecastWan'), kind: 'wan', cell: (point) => ahead(point)?.forecastFen ?? null },
      { header: t('series.table.lowerWan'), kind: 'wan', cell: (point) => ahead(point)?.lowerFen ?? null },
      { header: t('series.table.upperWan'), kind: 'wan', cell: (point) => ahead(point)?.upperFen ?? null },
      { header: t('series.table.earned'), kind: 'points', cell: ({ earnedMonths }) => earnedMonths },
    ],
    curve.points,
  );
}

/** The lights of a project in the year's rounds, as a file. */
const roundLightsExport = (
  curve: ProjectCurve,
  period: (year: number, month: number) => string,
  t: Translate,
): TableExport =>
  tableOf<RoundLights>(
    t('export.rounds'),
    [
      { header: t('export.round'), kind: 'text', cell: ({ month }) => period(curve.year, month) },
      { header: t('lights.csv.light'), kind: 'text', cell: ({ light }) => t(`light.${light}`) },
      { header: t('lights.csv.spendLight'), kind: 'text', cell: ({ spendLight }) => t(`light.${spendLight}`) },
      { header: t('lights.csv.goalLight'), kind: 'text', cell: ({ goalLight }) => t(`light.${goalLight}`) },
    ],
    curve.lightsByRound,
  );

interface Amount {
  readonly what: string;
  readonly on: string | null;
  readonly fen: number | null;
  readonly note: string | null;
}

/** The money of a project in a round, as a file; adjustments stand with their days and signs. */
function moneyExport(project: ProjectDetail, lights: ProjectLights | null, t: Translate): TableExport {
  const spend = lights?.spend ?? null;
  const amount = (what: string, fen: number | null, note: string | null = null): Amount => ({
    what,
    on: null,
    fen,
    note,
  });
  const rows: readonly Amount[] = [
    amount(t('budget.initial'), project.initialBudgetFen),
    ...project.adjustments.map(({ kind, effectiveOn, amountFen, reason }) => ({
      what: t(`adjustment.${kind}`),
      on: effectiveOn,
      fen: kind === 'addition' ? amountFen : -amountFen,
      note: reason,
    })),
    amount(t('budget.adjusted'), spend ? spend.adjustedBudgetFen : project.adjustedBudgetFen),
    amount(t('budget.spent'), spend?.expenditureFen ?? null, lights?.explanation ?? null),
    ...(spend
      ? [amount(t('treasury.released'), spend.releasedFen), amount(t('treasury.received'), spend.receivedFen)]
      : []),
  ];
  return tableOf<Amount>(
    t('export.money'),
    [
      { header: t('budget.title'), kind: 'text', cell: ({ what }) => what },
      { header: t('adjustment.effectiveOn'), kind: 'date', cell: ({ on }) => on },
      { header: t('adjustment.amount'), kind: 'wan', cell: ({ fen }) => fen },
      { header: t('export.note'), kind: 'text', cell: ({ note }) => note },
    ],
    rows,
  );
}

/** The indicators of a project in a round, as a file. */
function indicatorExport(
  targets: readonly Indicator[],
  lights: ProjectLights | null,
  trends: ProjectTrends | null,
  t: Translate,
): TableExport {
  const chosen = new Map((trends?.indicators ?? []).map((one) => [one.id, one.chosen]));
  const resultOf = ({ light }: IndicatorRow): ExportCell => light?.result ?? light?.resultText ?? null;
  const likelihoodOf = ({ target }: IndicatorRow): string | null => {
    const likelihood = chosen.get(target.id) ?? null;
    return likelihood && t(`likelihood.${likelihood}`);
  };
  return tableOf<IndicatorRow>(
    t('indicator.title'),
    [
      { header: t('export.level1'), kind: 'text', cell: ({ target }) => target.level1 },
      { header: t('export.level2'), kind: 'text', cell: ({ target }) => target.level2 },
      { header: t('indicator.name'), kind: 'text', cell: ({ target }) => target.name },
      { header: t('indicator.target'), kind: 'text', cell: ({ target }) => target.rawValue },
      { header: t('indicator.weight'), kind: 'decimal', cell: ({ target }) => target.weight },
      {
        header: t('indicator.kind'),
        kind: 'text',
        cell: ({ target, light }) => t(`kind.${light?.kind ?? target.kind}`),
      },
      { header: t('indicator.result'), kind: 'decimal', cell: resultOf },
      { header: t('indicator.standard'), kind: 'decimal', cell: ({ light }) => light?.standard ?? null },
      { header: t('indicator.completion'), kind: 'percent', cell: ({ light }) => light?.completion ?? null },
      { header: t('indicator.light'), kind: 'text', cell: ({ light }) => light && t(`light.${light.light}`) },
      { header: t('series.likely.column'), kind: 'text', cell: likelihoodOf },
      { header: t('indicator.why'), kind: 'text', cell: ({ light }) => light?.explanation ?? null },
    ],
    indicatorRows(targets, lights?.goals.indicators ?? []),
  );
}

interface Shown {
  readonly project: ProjectDetail | undefined;
  readonly lights: ProjectLights | null;
  readonly indicators: readonly Indicator[];
  readonly trends: ProjectTrends | undefined;
  readonly curve: ProjectCurve | undefined;
}

/** What the page of a project shows of a round, a table each; what has not been read yet is left out. */
export function projectTables(
  { project, lights, indicators, trends, curve }: Shown,
  dates: { readonly month: Month; readonly period: (year: number, month: number) => string },
  t: Translate,
): TableExport[] {
  if (!project) return [];
  return [
    indicatorExport(indicators, lights, trends ?? null, t),
    moneyExport(project, lights, t),
    ...(curve ? [curveExport(curve, dates.month, t), roundLightsExport(curve, dates.period, t)] : []),
  ];
}
