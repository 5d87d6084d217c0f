import type { BudgetMeasure, NamedUnit, Rectification, Supervision } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type ColumnOf, type Translate } from '../../shared/export/table-of.js';

const round = (of: { readonly year: number; readonly month: number } | null): string | null =>
  of && `${of.year}-${String(of.month).padStart(2, '0')}`;

const place = <T extends { readonly organisationName: string }>(t: Translate): ColumnOf<T> => ({
  header: t('followUp.unit'),
  kind: 'text',
  cell: ({ organisationName }) => organisationName,
});

const project = <T extends { readonly project: { readonly name: string } | null }>(t: Translate): ColumnOf<T> => ({
  header: t('followUp.project'),
  kind: 'text',
  cell: (row) => row.project?.name ?? null,
});

/** Rectifications as a file. */
export const rectificationTable = (rows: readonly Rectification[], t: Translate): TableExport =>
  tableOf<Rectification>(
    t('followUp.tab.rectifications'),
    [
      place(t),
      project(t),
      {
        header: t('followUp.source'),
        kind: 'text',
        cell: ({ source }) => t(`followUp.kindOf.rectifications.${source}`),
      },
      { header: t('followUp.finding'), kind: 'text', cell: ({ finding }) => finding },
      { header: t('followUp.measures'), kind: 'text', cell: ({ measures }) => measures },
      { header: t('followUp.owner'), kind: 'text', cell: ({ ownerName }) => ownerName },
      { header: t('followUp.deadline'), kind: 'date', cell: ({ deadline }) => deadline },
      {
        header: t('followUp.stateName'),
        kind: 'text',
        cell: ({ state }) => t(`followUp.state.rectifications.${state}`),
      },
      {
        header: t('followUp.lightBefore'),
        kind: 'text',
        cell: ({ lightBefore }) => lightBefore && t(`light.${lightBefore}`),
      },
      {
        header: t('followUp.lightAfter'),
        kind: 'text',
        cell: ({ lightAfter }) => lightAfter && t(`light.${lightAfter}`),
      },
      {
        header: t('followUp.effectName'),
        kind: 'text',
        cell: ({ effect }) => effect && t(`followUp.effect.${effect}`),
      },
      { header: t('followUp.closedAt'), kind: 'date', cell: ({ closedAt }) => closedAt },
    ],
    rows,
  );

/** 结果应用 as a file. */
export const measureTable = (rows: readonly BudgetMeasure[], t: Translate): TableExport =>
  tableOf<BudgetMeasure>(
    t('followUp.tab.measures'),
    [
      place(t),
      project(t),
      { header: t('followUp.round'), kind: 'text', cell: (row) => round(row.round) },
      { header: t('followUp.kind'), kind: 'text', cell: ({ kind }) => t(`followUp.kindOf.measures.${kind}`) },
      { header: t('followUp.amountWan'), kind: 'wan', cell: ({ amountFen }) => amountFen },
      { header: t('followUp.reason'), kind: 'text', cell: ({ reason }) => reason },
      { header: t('followUp.nextYearNote'), kind: 'text', cell: ({ nextYearNote }) => nextYearNote },
      { header: t('followUp.stateName'), kind: 'text', cell: ({ state }) => t(`followUp.state.measures.${state}`) },
      { header: t('followUp.proposedBy'), kind: 'text', cell: ({ proposedByName }) => proposedByName },
      { header: t('followUp.decidedBy'), kind: 'text', cell: ({ decidedByName }) => decidedByName },
      { header: t('followUp.effectiveOn'), kind: 'date', cell: ({ effectiveOn }) => effectiveOn },
    ],
    rows,
  );

/** The list for 通报 and 约谈 as a file. */
export const namingTable = (rows: readonly NamedUnit[], t: Translate): TableExport =>
  tableOf<NamedUnit>(
    t('followUp.tab.namings'),
    [
      place(t),
      { header: t('followUp.round'), kind: 'text', cell: (row) => round(row.round) },
      { header: t('followUp.kind'), kind: 'text', cell: ({ kind }) => t(`followUp.kindOf.namings.${kind}`) },
      { header: t('followUp.reason'), kind: 'text', cell: ({ reason }) => reason },
      { header: t('followUp.stateName'), kind: 'text', cell: ({ state }) => t(`followUp.state.namings.${state}`) },
      { header: t('followUp.decidedBy'), kind: 'text', cell: ({ decidedByName }) => decidedByName },
      { header: t('followUp.heldOn'), kind: 'date', cell: ({ heldOn }) => heldOn },
      { header: t('followUp.record'), kind: 'text', cell: ({ record }) => record },
    ],
    rows,
  );

/** 督办 as a file. */
export const supervisionTable = (rows: readonly Supervision[], t: Translate): TableExport =>
  tableOf<Supervision>(
    t('followUp.tab.supervisions'),
    [
      place(t),
      project(t),
      { header: t('followUp.matter'), kind: 'text', cell: ({ matter }) => matter },
      { header: t('followUp.owner'), kind: 'text', cell: ({ ownerName }) => ownerName },
      { header: t('followUp.deadline'), kind: 'date', cell: ({ deadline }) => deadline },
      { header: t('followUp.stateName'), kind: 'text', cell: ({ state }) => t(`followUp.state.supervisions.${state}`) },
      { header: t('followUp.report'), kind: 'text', cell: ({ report }) => report },
      { header: t('followUp.openedBy'), kind: 'text', cell: ({ openedByName }) => openedByName },
      { header: t('followUp.closedAt'), kind: 'date', cell: ({ closedAt }) => closedAt },
    ],
    rows,
  );
