import { permissionForRectificationStep, RECTIFICATION_STEPS, takeRectificationStep } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { handsOf, holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { AlertRepository, type Alert } from '../../alerts/index.js';
import { PeopleNames } from '../../identity/index.js';
import type { RectificationView } from '../http/rectifications.dto.js';
import { FollowUpPlaces, type Places } from '../persistence/follow-up-places.query.js';
import { RectificationRepository } from '../persistence/rectification.repository.js';
import type { Rectification } from '../persistence/rectification.entity.js';
import { Deadlines, type DueOf } from './deadlines.js';
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
    private readonly alerts: AlertRepository,
    private readonly deadlines: Deadlines,
  ) {}

  /** In the order of the rows, by a few statements for all of them. */
  async of(
    manager: EntityManager,
    user: CurrentUser,
    rows: readonly Rectification[],
  ): Promise<readonly RectificationView[]> {
    const ids = rows.map(({ id }) => id);
    const alerts = await this.alertsOf(manager, ids);
    const places = await this.places.of(manager, {
      projectIds: rows.flatMap(({ projectId, carriedFromId }) => [projectId, carriedFromId]),
      organisationIds: rows.map(({ organisationId }) => organisationId),
      roundIds: [
        ...rows.flatMap(({ roundId, effectRoundId }) => [roundId, effectRoundId]),
        ...[...alerts.values()].flat().map(({ roundId }) => roundId),
      ],
    });
    const files = await this.rectifications.fileCounts(manager, ids);
    const due = await this.deadlines.today(manager);
    const views = rows.map((row) => ({
      ...viewOf(row, user, places, due),
      alerts: (alerts.get(row.id) ?? []).map((alert) => alertView(alert, places)),
      files: files.get(row.id) ?? 0,
    }));
    return this.names.beside(manager, views, ...HANDS);
  }

  private async alertsOf(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Alert[]>> {
    const linked = await this.rectifications.alertsOf(manager, ids);
    const alerts = await this.alerts.byIds(manager, [...linked.values()].flat());
    const byId = new Map(alerts.map((alert) => [alert.id, alert]));
    return new Map([...linked].map(([id, alertIds]) => [id, alertIds.flatMap((each) => byId.get(each) ?? [])]));
  }
}

function viewOf(row: Rectification, user: CurrentUser, places: Places, due: DueOf): Omit<Unnamed, 'alerts' | 'files'> {
  const { projectId, carriedFromId, roundId, effectRoundId, submittedFor: _submittedFor, ...shown } = row;
  const { name, path } = places.organisation(row.organisationId);
  return {
    ...shown,
    project: places.project(projectId),
    carriedFrom: places.project(carriedFromId),
    round: places.round(roundId),
    effectRound: places.round(effectRoundId),
    organisationName: name,
    due: due(row.deadline, row.state === 'drafting' || row.state === 'underWay'),
    may: [...mayWith(row, user, path)],
  };
}

const alertView = ({ id, kind, severity, state, roundId }: Alert, places: Places): Unnamed['alerts'][number] => ({
  ...{ id, kind, severity, state },
  round: places.round(roundId),
});

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
