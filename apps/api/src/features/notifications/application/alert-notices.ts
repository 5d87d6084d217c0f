import type { AlertHappening, AlertOccasion } from '../../alerts/index.js';
import type { NoticeKind, NoticeParams } from './notice-kinds.js';
import { REASON } from './notice-sentence.js';

/** More alerts of a day than this are told to a person by one notice. */
const FEW = 5;

/** What one notice to a person says. */
export interface AlertNotice {
  readonly kind: NoticeKind;
  readonly about: string;
  readonly params: NoticeParams;
  readonly projectId: string | null;
  readonly unitId?: string;
}

/** An alert that is opened again is told of again. */
export const alertNoticeAbout = ({ alertId, recurrences }: Pick<AlertHappening, 'alertId' | 'recurrences'>): string =>
  `${alertId}:${recurrences}`;

/**
 * What a person hears of what happened on a day to the alerts that concern him: of each by itself, or of all of them by one
 * notice, which `isGathered` tells apart.
 */
export function alertNotices(
  occasion: AlertOccasion,
  day: string,
  happenings: readonly AlertHappening[],
): { readonly notices: readonly AlertNotice[]; readonly isGathered: boolean } {
  if (happenings.length <= FEW) {
    return { notices: happenings.map((one) => noticeOf(occasion, one)), isGathered: false };
  }
  const deadlines = happenings.flatMap(({ deadline }) => deadline ?? []).sort();
  const params = {
    alerts: happenings.length,
    red: happenings.filter(({ severity }) => severity === 'red').length,
    ...(deadlines[0] === undefined ? {} : { lastDay: deadlines[0] }),
  };
  const gathered = { kind: `alert-${occasion}-many`, about: day, projectId: null } as const;
  return { notices: [{ ...gathered, ...ofOneUnit(params, happenings) }], isGathered: true };
}

/** Names the unit where all are one unit's: a group that is told of it has to know whose they are. */
function ofOneUnit(
  params: NoticeParams,
  happenings: readonly AlertHappening[],
): Pick<AlertNotice, 'params' | 'unitId'> {
  const [first, ...others] = happenings;
  if (first === undefined || others.some(({ organisationId }) => organisationId !== first.organisationId)) {
    return { params };
  }
  return { params: { ...params, unit: first.organisationName }, unitId: first.organisationId };
}

const noticeOf = (occasion: AlertOccasion, one: AlertHappening): AlertNotice => ({
  kind: `alert-${occasion}`,
  about: alertNoticeAbout(one),
  params: {
    unit: one.organisationName,
    project: one.projectName,
    [REASON]: JSON.stringify(one.reason),
    rounds: one.consecutive,
    ...(one.deadline === null ? {} : { lastDay: one.deadline }),
    ...(one.text === null ? {} : { message: one.text }),
  },
  projectId: one.projectId,
  unitId: one.organisationId,
});
