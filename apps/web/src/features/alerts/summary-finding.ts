import type { AlertSummary } from '../../shared/api/schema.gen.js';
import type { Translate } from '../../shared/export/table-of.js';

/** What needs an answer, in a sentence; only what there is of it. */
export function summaryFinding(summary: AlertSummary, period: string, t: Translate): string {
  const { states, severities, overdue, suspensionsProposed, onSiteDue } = summary;
  const active = (states.open ?? 0) + (states.answered ?? 0) + (states.rectifying ?? 0);
  if (active === 0 && onSiteDue === 0) return t('alert.finding.none', { period });
  const parts = [
    t('alert.finding.active', { period, n: active, red: severities.red ?? 0 }),
    t('alert.finding.open', { n: states.open ?? 0 }),
    overdue > 0 ? t('alert.finding.overdue', { n: overdue }) : '',
    suspensionsProposed > 0 ? t('alert.finding.proposed', { n: suspensionsProposed }) : '',
    onSiteDue > 0 ? t('alert.finding.onSite', { n: onSiteDue }) : '',
  ];
  return `${parts.filter(Boolean).join(t('alert.finding.between'))}${t('alert.finding.end')}`;
}
