import { isSameAnswer, wanFromFen } from '@jixiao/domain';
import type { Locale, MessageCatalogue } from '../../../platform/http/message-catalogue.js';
import { answerText } from '../../monitoring/index.js';
import type { EvaluationDetail } from '../http/evaluations.dto.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { FUND_PARTS, type CorrectedDecember } from './evaluation-content.js';

type Finding = EvaluationDetail['findings'][number];
type Figures = Pick<SelfEvaluation, 'adjustedBudgetFen' | 'roundExpenditureFen' | 'drafted' | 'content'>;
type Told = Omit<Finding, 'message' | 'required'> & { readonly params?: Readonly<Record<string, string>> };

/** What a corrected December says against an evaluation that was handed in before, figure by figure. */
export function decemberFindings(
  row: Figures & Pick<SelfEvaluation, 'december'>,
  catalogue: MessageCatalogue,
  locale: Locale,
): Finding[] {
  const { december } = row;
  if (december === null) return [];
  const told = [...moneyFindings(row, december), ...leafFindings(row, december, locale)];
  return told.map(({ params, ...finding }) => ({
    ...finding,
    message: catalogue.sentence({ code: finding.code, ...(params && { params }) }, locale),
    required: false,
  }));
}

function moneyFindings(row: Figures, december: CorrectedDecember): readonly Told[] {
  const money = (code: string, was: number | null, now: number | null): readonly Told[] =>
    was === now ? [] : [{ leafId: null, code, params: { was: wan(was), now: wan(now) } }];
  const isSameSum = row.roundExpenditureFen === december.expenditureFen;
  const areOthers = isSameSum && FUND_PARTS.some((part) => row.drafted.spent[part] !== december.drafted.spent[part]);
  return [
    ...money('evaluation-december-budget', row.adjustedBudgetFen, december.adjustedBudgetFen),
    ...money('evaluation-december-expenditure', row.roundExpenditureFen, december.expenditureFen),
    ...(areOthers ? [{ leafId: null, code: 'evaluation-december-parts' }] : []),
  ];
}

function leafFindings({ content, drafted: before }: Figures, { drafted: now }: CorrectedDecember, locale: Locale) {
  return content.leaves.flatMap(({ id, target }): readonly Told[] => {
    const [was, is] = [before.answers[id] ?? null, now.answers[id] ?? null];
    const textOf = (answer: typeof was): string => answerText(answer, target.unit, locale) ?? BLANK;
    const indicator = target.name;
    if (!isSameAnswer(was, is)) {
      const params = { indicator, was: textOf(was), now: textOf(is) };
      return [{ leafId: id, code: 'evaluation-december-result', params }];
    }
    const isExplained = before.explanations === undefined || before.explanations[id] === now.explanations?.[id];
    return isExplained ? [] : [{ leafId: id, code: 'evaluation-december-explanation', params: { indicator } }];
  });
}

const BLANK = '—';
const wan = (fen: number | null): string => (fen === null ? BLANK : wanFromFen(fen));
