import { mismatchRulesOf, remarkRulesOf } from '@jixiao/domain';
import { useI18n } from 'vue-i18n';
import { formatNumber, formatWan } from '../../shared/format/figures.js';
import type { PackInput } from './rules.api.js';

export interface PackParagraph {
  readonly key: 'spend' | 'indicators' | 'large' | 'mismatch' | 'remarks';
  readonly sentences: readonly string[];
}

/** A rule pack in sentences. */
export function usePackText(): (pack: PackInput) => readonly PackParagraph[] {
  const { t } = useI18n();
  const listed = (words: readonly string[]): string => words.join(t('rules.lists'));

  function spend(rules: PackInput['spend']): string {
    switch (rules.preset) {
      case 'ratio': {
        const limits = { red: formatNumber(rules.redBelow), yellow: formatNumber(rules.yellowBelow) };
        return rules.reference === 'plan'
          ? t('rules.text.ratioPlan', limits)
          : t('rules.text.ratioStraightLine', limits);
      }
      case 'sichuan': {
        const thresholds = rules.thresholds.map(({ month, percent }) =>
          t('rules.text.threshold', { month, percent: formatNumber(percent) }),
        );
        return t('rules.text.sichuan', { thresholds: listed(thresholds) });
      }
      case 'hefei':
        return t('rules.text.hefei', { percent: formatNumber(rules.behindBelow) });
    }
  }

  function indicators(rules: PackInput['indicators']): string[] {
    const percent = formatNumber(rules.blueFrom);
    return [
      rules.cumulativeUnder === undefined
        ? t('rules.text.kinds')
        : t('rules.text.words', { words: listed(rules.cumulativeUnder) }),
      t('rules.text.bands', { red: formatNumber(rules.redBelow), yellow: formatNumber(rules.yellowBelow) }),
      t('rules.text.final', { red: formatNumber(rules.finalRedBelow), yellow: formatNumber(rules.finalYellowBelow) }),
      rules.blueOf === 'standard' ? t('rules.text.blueStandard', { percent }) : t('rules.text.blueAnnual', { percent }),
      t('rules.text.small', { n: formatNumber(rules.smallTargetBelow) }),
    ];
  }

  function large(rules: PackInput['largeProject']): string {
    if (!rules) return t('rules.text.largeOff');
    return t('rules.text.largeOn', {
      wan: formatWan(rules.budgetFromFen),
      gap: formatNumber(-rules.gapToStraightLine),
      plan: formatNumber(-rules.gapToPlanBelow),
    });
  }

  function mismatch(pack: PackInput): string {
    const rules = mismatchRulesOf(pack);
    if (rules === null) return t('rules.text.mismatchOff');
    return t('rules.text.mismatchOn', {
      money: formatNumber(rules.moneyAheadBy),
      goals: formatNumber(rules.goalsAheadBy),
      when: rules.goalsAhead === 'spendBehind' ? t('rules.text.mismatchSpendBehind') : '',
    });
  }

  function remarks(pack: PackInput): string {
    const { reasonsFor, overTargetPercent, overTargetExemptUnits } = remarkRulesOf(pack);
    const percent = formatNumber(overTargetPercent);
    const reasons = reasonsFor.includes('yellow')
      ? t('rules.text.reasonsBoth')
      : t(reasonsFor.length > 0 ? 'rules.text.reasonsRed' : 'rules.text.reasonsNone');
    const overTarget =
      overTargetExemptUnits.length === 0
        ? t('rules.text.overTargetAll', { percent })
        : t('rules.text.overTarget', { percent, units: listed(overTargetExemptUnits) });
    return `${reasons}${overTarget}`;
  }

  return (pack) => [
    { key: 'spend', sentences: [spend(pack.spend)] },
    { key: 'indicators', sentences: indicators(pack.indicators) },
    { key: 'large', sentences: [large(pack.largeProject)] },
    { key: 'mismatch', sentences: [mismatch(pack)] },
    { key: 'remarks', sentences: [remarks(pack)] },
  ];
}
