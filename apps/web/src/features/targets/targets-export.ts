import type { TargetChange } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import type { ApprovalRow, CarryOverRow } from './target-changes.api.js';

/** Targets with what was decided of them, as a file. */
export const approvalTable = (rows: readonly ApprovalRow[], t: Translate): TableExport =>
  tableOf<ApprovalRow>(
    t('approval.title'),
    [
      { header: t('targetChange.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('targetChange.project'), kind: 'text', cell: ({ projectName }) => projectName },
      { header: t('export.code'), kind: 'text', cell: ({ projectCode }) => projectCode },
      { header: t('versions.budget'), kind: 'wan', cell: ({ initialBudgetFen }) => initialBudgetFen },
      { header: t('versions.indicators'), kind: 'integer', cell: ({ indicatorCount }) => indicatorCount },
      { header: t('approval.stateName'), kind: 'text', cell: ({ state }) => t(`approval.state.${state}`) },
      { header: t('export.document'), kind: 'text', cell: ({ documentNumber }) => documentNumber },
      { header: t('export.decidedOn'), kind: 'date', cell: ({ documentDate }) => documentDate },
      { header: t('approval.by'), kind: 'text', cell: ({ decidedByName }) => decidedByName },
      {
        header: t('export.remark'),
        kind: 'text',
        cell: ({ message, planMissing }) => message ?? (planMissing ? t('approval.planMissing') : null),
      },
    ],
    rows,
  );

/** Proposed changes, as a file. */
export const changeTable = (rows: readonly TargetChange[], t: Translate): TableExport =>
  tableOf<TargetChange>(
    t('targetChange.queue'),
    [
      { header: t('targetChange.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('targetChange.project'), kind: 'text', cell: ({ projectName }) => projectName },
      { header: t('export.code'), kind: 'text', cell: ({ projectCode }) => projectCode },
      { header: t('targetChange.what'), kind: 'text', cell: ({ what }) => t(`targetChange.whatIs.${what}`) },
      { header: t('targetChange.stateName'), kind: 'text', cell: ({ state }) => t(`targetChange.state.${state}`) },
      { header: t('targetChange.reason'), kind: 'text', cell: ({ reason }) => reason },
      { header: t('export.proposedBy'), kind: 'text', cell: ({ proposedByName }) => proposedByName },
      { header: t('export.proposedAt'), kind: 'date', cell: ({ proposedAt }) => proposedAt },
      { header: t('export.remark'), kind: 'text', cell: ({ message }) => message },
    ],
    rows,
  );

/**
 * What goes on into the new year, as a file.
 *
 * @param actionOf what is done with a project, in the page's words
 */
export const carryOverTable = (
  title: string,
  rows: readonly CarryOverRow[],
  actionOf: (row: CarryOverRow) => string,
  t: Translate,
): TableExport =>
  tableOf<CarryOverRow>(
    title,
    [
      { header: t('targetChange.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('targetChange.project'), kind: 'text', cell: ({ name }) => name },
      { header: t('export.code'), kind: 'text', cell: ({ code }) => code },
      { header: t('carryOver.budget'), kind: 'wan', cell: ({ adjustedBudgetFen }) => adjustedBudgetFen },
      { header: t('carryOver.spent'), kind: 'wan', cell: ({ expenditureFen }) => expenditureFen },
      { header: t('carryOver.unspent'), kind: 'wan', cell: ({ unspentFen }) => unspentFen },
      {
        header: t('carryOver.booked'),
        kind: 'wan',
        cell: ({ continuesAs, bookedFen }) => (continuesAs === null ? null : bookedFen),
      },
      { header: t('carryOver.action'), kind: 'text', cell: actionOf },
      { header: t('export.note'), kind: 'text', cell: ({ problem }) => problem && t(`carryOver.problem.${problem}`) },
    ],
    rows,
  );
