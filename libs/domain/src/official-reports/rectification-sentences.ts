import { clause } from '../kernel/text.js';
import { MAX_NAMED, restingOn, sentence } from './builder.js';
import type { ReportedRectification } from './monitoring-facts.js';
import { counted, dayText, quoted } from './official-words.js';
import type { ReportSentence, SentenceSource } from './report-content.js';

const isOver = ({ state }: ReportedRectification): boolean => state === 'closed' || state === 'waived';

const labelOf = ({ projectName, unitName }: ReportedRectification): string => projectName ?? unitName;

const rectificationSource = (rectification: ReportedRectification): SentenceSource => ({
  kind: 'rectification',
  id: rectification.id,
  label: labelOf(rectification),
});

/** What is put right by whom and by when, the nearest deadline first. @param wider what stands for all of them where they are many */
export function rectificationSentences(
  all: readonly ReportedRectification[],
  wider: readonly SentenceSource[],
): readonly (ReportSentence | null)[] {
  if (all.length === 0) return [];
  const open = [...all.filter((each) => !isOver(each))].sort((a, b) =>
    (a.deadline ?? '9999') < (b.deadline ?? '9999') ? -1 : 1,
  );
  const states = counted([
    ['已销号', all.filter(({ state }) => state === 'closed').length, '项'],
    ['经财政书面免除', all.filter(({ state }) => state === 'waived').length, '项'],
    ['正在整改', open.length, '项'],
  ]);
  return [
    sentence(`已立项整改${all.length}项，其中${states}。`, ...restingOn(all.map(rectificationSource), ...wider)),
    ...open.slice(0, MAX_NAMED).map((each) => sentence(rectificationText(each), rectificationSource(each))),
    open.length > MAX_NAMED
      ? sentence(
          `另有${open.length - MAX_NAMED}项整改按各自期限推进。`,
          ...restingOn(open.slice(MAX_NAMED).map(rectificationSource), ...wider),
        )
      : null,
  ];
}

function rectificationText(each: ReportedRectification): string {
  const measures = clause(each.measures ?? '');
  const parts = [
    `针对${clause(each.finding)}的问题`,
    measures === '' ? '整改措施待制定' : `整改措施为${measures}`,
    each.ownerName === null ? null : `由${each.ownerName}负责`,
    each.deadline === null ? null : `于${dayText(each.deadline)}前完成`,
  ];
  return `${quoted(labelOf(each))}${parts.filter((part) => part !== null).join('，')}。`;
}
