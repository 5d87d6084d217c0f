import type { ReportStep } from '@jixiao/domain';
import { defineEvent } from '../../../platform/events/domain-events.js';
import type { LockPace } from './lock-pace.js';

/** A round was opened: its lights are to be computed. */
export const roundOpened = defineEvent<{ readonly roundId: string; readonly actor: string }>('reporting.round-opened');

/** The reporting of a round was ended before its last day: what is blank counts as not reported from now on (R28). */
export const reportingEnded = defineEvent<{ readonly roundId: string; readonly actor: string }>(
  'reporting.reporting-ended',
);

/** Another rule pack was chosen for a round that is not locked: every light of it is to be judged by that one. */
export const rulePackChanged = defineEvent<{
  readonly roundId: string;
  readonly actor: string;
  /** Ids of the jobs that follow, put in by whoever starts them. */
  readonly jobIds: string[];
}>('reporting.rule-pack-changed');

/** The deadline of an organisation and all below it was moved, or with null that of the round: lights depend on it (R28). */
export const deadlineChanged = defineEvent<{
  readonly roundId: string;
  readonly organisationId: string | null;
  readonly actor: string;
}>('reporting.deadline-changed');

/** A round is about to be locked; a subscriber that throws prevents it. */
export const roundLocking = defineEvent<{ readonly roundId: string; readonly pace: LockPace }>(
  'reporting.round-locking',
);

/** A round was locked, for the first time or again, in this transaction: its reports and lights are what they will be. */
export const roundLocked = defineEvent<{
  readonly roundId: string;
  readonly actor: string;
  readonly pace: LockPace;
}>('reporting.round-locked');

/** Expenditure or results of these projects were stored for a round. */
export const actualReported = defineEvent<{
  readonly roundId: string;
  readonly projectIds: readonly string[];
  readonly actor: string;
  /** Ids of the jobs that follow, put in by whoever starts them. */
  readonly jobIds: string[];
}>('reporting.actual-reported');

/** Reports of a round were submitted, withdrawn, approved, accepted, returned or reopened; all by the same step. */
export const reportsStepped = defineEvent<{
  readonly roundId: string;
  readonly step: ReportStep;
  readonly projectIds: readonly string[];
  readonly actor: string;
  /** What the person wrote; a return always has one. */
  readonly message: string | null;
}>('reporting.reports-stepped');
