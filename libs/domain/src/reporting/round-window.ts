/**
 * When a round takes reports. All days are ISO days in China, the last one included. Reports that come after the deadline
 * are still taken until the round is locked; the deadline decides only what a blank means (R28).
 */
export interface RoundWindow {
  readonly opensOn: string;
  readonly closesOn: string;
  /** Set where reporting was ended before its last day, for every unit at once. */
  readonly reportingEndedAt: string | null;
}

/** 未开放, 填报中, 已锁定. */
export const ROUND_STATUSES = ['notOpen', 'open', 'locked'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

/** A round opens by itself on its first day, so only the lock is something that somebody does. @param today ISO day */
export const roundStatus = (
  { status, opensOn }: { readonly status: Exclude<RoundStatus, 'notOpen'>; readonly opensOn: string },
  today: string,
): RoundStatus => (status === 'open' && today < opensOn ? 'notOpen' : status);

/** Until when one unit reports. */
export interface EffectiveDeadline {
  /** Last reporting day. */
  readonly closesOn: string;
  /** Id of the organisation that was given more time, the unit itself or one above it; null for the round's own day. */
  readonly grantedTo: string | null;
}

/**
 * The deadline of a unit: the exception of the nearest organisation that has one, looking from the unit upwards. An
 * exception only ever gives more time, so one that the round's own day has overtaken counts no more.
 * @param path ids from the root to the unit, `/id/id/`
 * @param exceptions last reporting day by organisation id
 */
export function effectiveDeadline(
  closesOn: string,
  path: string,
  exceptions: ReadonlyMap<string, string>,
): EffectiveDeadline {
  const upwards = path
    .split('/')
    .filter((id) => id !== '')
    .reverse();
  const nearest = upwards.find((id) => exceptions.has(id));
  const granted = nearest === undefined ? undefined : exceptions.get(nearest);
  return nearest !== undefined && granted !== undefined && granted > closesOn
    ? { closesOn: granted, grantedTo: nearest }
    : { closesOn, grantedTo: null };
}

/** True from the day after the last reporting day, or once reporting was ended for all (R28). @param today ISO day */
export const isDeadlinePassed = (
  { closesOn, reportingEndedAt }: Pick<RoundWindow, 'closesOn' | 'reportingEndedAt'>,
  today: string,
): boolean => reportingEndedAt !== null || today > closesOn;

/** Whether no unit reports into a round any more: ended for all, or past the last day of each (R28). @param granted last days of exceptions */
export const isReportingOver = (
  window: Pick<RoundWindow, 'closesOn' | 'reportingEndedAt'>,
  granted: readonly string[],
  today: string,
): boolean => [window.closesOn, ...granted].every((closesOn) => isDeadlinePassed({ ...window, closesOn }, today));
