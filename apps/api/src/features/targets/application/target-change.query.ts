import { CHANGE_STEPS, permissionForChangeStep, takeChangeStep, type ChangeStep } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames } from '../../identity/index.js';
import type { TargetChangeDetail, TargetChangeView } from '../http/target-changes.dto.js';
import type { TargetChange } from '../persistence/target-change.entity.js';
import { TargetChangeRepository } from '../persistence/target-change.repository.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { applyChange } from './apply-change.js';
import { compareTargets } from './compare-targets.js';
import { isOwnChange } from './own-change.js';
import { ProjectAccess, type AccessibleProject } from './project-access.query.js';
import { documentView, ProjectDocuments } from './project-documents.js';
import { targetRemarks } from './target-remarks.js';

/** One proposed change with what it would make of the targets, for those who decide it and those who see the project. */
@Injectable()
export class TargetChangeQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly changes: TargetChangeRepository,
    private readonly documents: ProjectDocuments,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, changeId: string, locale: Locale): Promise<TargetChangeDetail> {
    const manager = this.uow.reader;
    const change = await this.changes.find(manager, changeId);
    if (change === null) throw new DomainError('not-found');
    const place = await this.access.require(user, change.projectId, 'lights.read');
    const [before] = await this.targets.atVersions(manager, place.project, [change.basedOn]);
    if (before === undefined) throw new Error(`Change ${changeId} is based on a version that is not there`);
    const { content } = applyChange(before.content, change.content, place.project.year);
    const documents = await this.documents.require(manager, change.projectId, change.documentIds);
    const [view] = await this.names.beside(manager, [changeView(change, place)], ...PROPOSAL_HANDS);
    if (view === undefined) throw new Error(`Change ${changeId} vanished while it was read`);
    return {
      ...view,
      differences: compareTargets(before.content, content).map((each) => ({ ...each })),
      remarks: targetRemarks(content, locale).map((each) => ({ ...each })),
      documents: documents.map(documentView),
      steps: CHANGE_STEPS.filter((step) => mayTake(user, change, place, step)),
    };
  }
}

/** Whoever proposed a change neither reviews nor decides it; nobody else withdraws it. */
function mayTake(
  user: CurrentUser,
  change: TargetChange,
  { organisation }: AccessibleProject,
  step: ChangeStep,
): boolean {
  const permission = permissionForChangeStep(step);
  const isHis = isOwnChange(change, actorAt(user, permission, organisation.path)) === (step === 'withdraw');
  return isHis && takeChangeStep(change.state, step).ok && holdsAt(user, permission, organisation.path);
}

/** Who had a hand in a proposal. */
export const PROPOSAL_HANDS = ['proposedBy', 'reviewedBy', 'decidedBy'] as const;

export const changeView = (
  change: TargetChange,
  { project, organisation }: AccessibleProject,
): Omit<TargetChangeView, `${(typeof PROPOSAL_HANDS)[number]}Name`> => ({
  id: change.id,
  projectId: project.id,
  projectName: project.name,
  projectCode: project.code,
  year: project.year,
  organisationId: organisation.id,
  organisationName: organisation.name,
  what: change.content.what,
  state: change.state,
  reason: change.reason,
  basedOn: change.basedOn,
  proposedBy: change.proposedBy,
  proposedAt: change.proposedAt,
  reviewedBy: change.reviewedBy,
  reviewedAt: change.reviewedAt,
  decidedBy: change.decidedBy,
  decidedAt: change.decidedAt,
  message: change.message,
  resultVersion: change.resultVersion,
});
