import {
  permissionForRectificationStep,
  RECTIFICATION_STEPS,
  takeRectificationStep,
  type WorkCalendar,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { handsOf, holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { PeopleNames } from '../../identity/index.js';
import type { RectificationView } from '../http/rectifications.dto.js';
import { FollowUpPlaces, type Places } from '../persistence/follow-up-places.query.js';
import { RectificationRepository } from '../persistence/rectification.repository.js';
import type { Rectification } from '../persistence/rectification.entity.js';
import { dueOf, PLAIN_WEEKS } from './due-of.js';
import { isOwnHand } from './own-hand.js';

/** Who had a hand in a rectification. */
const HANDS = ['owner', 'openedBy', 'submittedBy', 'acceptedBy'] as const;
type Unnamed = Omit<RectificationView, `${(typeof HANDS)[number]}Name`>;

/** Makes rows readable: names for ids, how the deadline stands, and what the reader may do. */
@Injectable()
export class RectificationViews {
  constructor(
    private readonly places: FollowUpPlaces,
    private readonly rectifications: RectificationRepository,
    private readonly names: PeopleNames,
    private readonly clock: Clock,
  ) {}

  /** In the order of the rows, by a few statements for all of them. */
  async of(
    manager: EntityManager,
    user: CurrentUser,
    rows: readonly Rectification[],
  ): Promise<readonly RectificationView[]> {
    const places = await this.places.of(manager, {
      projectIds: rows.flatMap(({ projectId, carriedFromId }) => [projectId, carriedFromId]),
      organisationIds: rows.map(({ organisationId }) => organisationId),
      roundIds: rows.flatMap(({ roundId, effectRoundId }) => [roundId, effectRoundId]),
    });
    const files = await this.rectifications.fileCounts(
      manager,
      rows.map(({ id }) => id),
    );
    const views = rows.map((row) => this.view(row, user, places, files.get(row.id) ?? 0, PLAIN_WEEKS));
    return this.names.beside(manager, views, ...HANDS);
  }

  private view(row: Rectification, user: CurrentUser, places: Places, files: number, calendar: WorkCalendar): Unnamed {
    const { projectId, carriedFromId, roundId, effectRoundId, submittedFor: _submittedFor, ...shown } = row;
    const { name, path } = places.organisation(row.organisationId);
    const isWaiting = row.state === 'drafting' || row.state === 'underWay';
    return {
      ...shown,
      project: places.project(projectId),
      carriedFrom: places.project(carriedFromId),
      round: places.round(roundId),
      effectRound: places.round(effectRoundId),
      organisationName: name,
      due: dueOf({ deadline: row.deadline, isWaiting }, this.clock.today(), calendar),
      files,
      may: [...mayWith(row, user, path)],
    };
  }
}

/** What a person may do with a rectification now; whoever handed it in does not accept it. */
export function mayWith(row: Rectification, user: CurrentUser, path: string): RectificationView['may'] {
  const steps = RECTIFICATION_STEPS.filter(
    (step) =>
      takeRectificationStep(row.state, step).ok &&
      holdsAt(user, permissionForRectificationStep(step), path) &&
      !(step === 'accept' && isOwnSubmission(row, user, path)),
  );
  const writes = holdsAt(user, 'rectifications.write', path);
  const drafts = row.state === 'drafting' && (writes || holdsAt(user, 'rectifications.review', path));
  const works = row.state === 'underWay' && writes;
  return [
    ...(drafts || works ? (['edit'] as const) : []),
    ...(writes && (row.state === 'drafting' || works) ? (['attach'] as const) : []),
    ...steps,
  ];
}

/** Whether the caller, or the one for whom he acts, handed it in. */
export const isOwnSubmission = (
  { submittedBy, submittedFor }: Pick<Rectification, 'submittedBy' | 'submittedFor'>,
  user: CurrentUser,
  path: string,
): boolean => isOwnHand(user, 'rectifications.review', path, handsOf(submittedBy, submittedFor));
