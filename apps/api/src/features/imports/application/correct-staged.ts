import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAmong, holds, holdsAt, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { ImportProject } from '../persistence/import-project.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { StagedRepository } from '../persistence/staged.repository.js';
import { AccessImports } from './access-imports.js';
import { applyCorrection, mergePatches, type ProjectPatch } from './apply-correction.js';
import { BatchSummary } from './batch-summary.js';
import { correctionIssues, judgementIssues } from './check-correction.js';
import { importSubject } from './import-subject.js';
import { PlanStaged } from './plan-staged.js';
import { recheckWarnings } from './recheck-warnings.js';
import { plannedColumns } from './refresh-plan.js';
import { identityColumns } from './stage-chunk.js';
import type { StagedContent, Understood } from './staged-content.js';
import { WithdrawUpload } from './withdraw-upload.js';

/** A project with everything that people corrected of it so far. */
interface Correction {
  readonly content: StagedContent;
  readonly corrections: ProjectPatch;
  readonly understood: Understood;
}

/** Puts right what was understood of a project, before it is saved, and compares it anew with what is stored. */
@Injectable()
export class CorrectStaged {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: AccessImports,
    private readonly withdraw: WithdrawUpload,
    private readonly batches: ImportBatchRepository,
    private readonly staged: StagedRepository,
    private readonly plan: PlanStaged,
    private readonly summary: BatchSummary,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DomainError `not-found`, `forbidden`, `import-not-ready`, `import-over`, `project-not-correctable` (missing or
   *   classified), `judgement-by-finance` (R17) and `correction-invalid` with the fields at fault
   */
  async run(user: CurrentUser, batchId: string, id: string, input: ProjectPatch, remoteAddress: string): Promise<void> {
    const patch = input.code === '' ? { ...input, code: null } : input;
    await this.uow.run(async (manager) => {
      const { uploadId } = await this.access.batch(manager, user, batchId);
      const upload = await this.withdraw.settled(manager, uploadId);
      if (upload?.status === 'reading' || upload?.status === 'saving') throw new DomainError('import-not-ready');
      if (upload?.status !== 'ready') throw new DomainError('import-over');
      const row = await this.staged.one(manager, batchId, id);
      if (row === null) throw new DomainError('not-found');
      if (row.content === null) throw new DomainError('project-not-correctable');
      const unit = await this.unitOf(manager, row);
      await this.requireCorrection(manager, user, upload, unit);
      const understood = row.understood ?? { content: row.content, warnings: row.warnings };
      const corrections = mergePatches(row.corrections, patch);
      const content = applyCorrection(understood.content, corrections);
      check(row.content, content, patch, await this.mayJudge(manager, user, unit));
      await this.correct(manager, upload, unit, row, { content, corrections, understood });
      await this.summary.refresh(manager, upload, await this.batches.batchesOf(manager, uploadId));
      await this.audit.record(manager, {
        ...(await this.actor(manager, user, unit, judgementIssues(row.content, patch).length > 0)),
        action: 'imports.correct',
        subject: importSubject({ id: batchId }),
        after: { project: row.name, place: row.place, corrections: patch },
        remoteAddress,
      });
    });
  }

  /** @param judges whether it is corrected how the unit's indicators are judged (R17), which asks for another permission */
  private async actor(manager: EntityManager, user: CurrentUser, unit: ImportUnit, judges: boolean): Promise<Actor> {
    if (!judges) return this.access.actor(manager, user, [unit]);
    return actorAmong(user, 'targets.manage', await this.access.pathsOf(manager, [unit]));
  }

  private async unitOf(manager: EntityManager, row: ImportProject): Promise<ImportUnit> {
    const units = await this.batches.unitsOf(manager, [row.batchId]);
    const unit = units.find(({ id }) => id === row.unitId);
    if (unit === undefined) throw new Error(`The staged project ${row.id} has no unit`);
    return unit;
  }

  /** Who uploaded it may correct it, and so may who could confirm it. */
  private async requireCorrection(
    manager: EntityManager,
    user: CurrentUser,
    { uploadedBy }: ImportUpload,
    unit: ImportUnit,
  ): Promise<void> {
    if (uploadedBy === user.username) return;
    if (!(await this.access.mayImport(manager, user, [unit]))) throw new DomainError('forbidden');
  }

  /** Whether the caller decides how the unit's indicators are judged (R17). */
  async mayJudge(manager: EntityManager, user: CurrentUser, unit: ImportUnit): Promise<boolean> {
    if (unit.organisationId === null) return holds(user, 'targets.manage');
    const path = (await this.batches.pathsOf(manager, [unit.organisationId])).get(unit.organisationId);
    return path !== undefined && holdsAt(user, 'targets.manage', path);
  }

  private async correct(
    manager: EntityManager,
    upload: ImportUpload,
    unit: ImportUnit,
    row: ImportProject,
    { content, corrections, understood }: Correction,
  ): Promise<void> {
    const warnings = recheckWarnings(content, understood.warnings);
    await this.staged.update(manager, row.id, {
      ...identityColumns(content, null),
      content,
      warnings,
      warningCount: warnings.length,
      corrected: isCorrected(content),
      corrections,
      understood,
    });
    await this.replan(manager, upload, unit, row.id);
    // What stood behind this project under its old name or code may now take the place.
    const key = { id: row.id, code: row.code, name: row.name, unitKey: unit.organisationId ?? unit.code };
    for (const twin of await this.staged.twins(manager, upload.id, key, 'refused')) {
      await this.replan(manager, upload, unit, twin);
    }
  }

  private async replan(manager: EntityManager, upload: ImportUpload, unit: ImportUnit, id: string): Promise<void> {
    const row = await this.staged.byId(manager, id);
    if (row === null) return;
    const { code, name } = row;
    const own = row.unitId === unit.id ? unit : await this.unitOf(manager, row);
    const key = { id, code, name, unitKey: own.organisationId ?? own.code };
    const isTwice = (await this.staged.twins(manager, upload.id, key, 'taken')).length > 0;
    const [plan] = await this.plan.run(manager, upload, [row], new Map([[own.id, own]]), () => isTwice);
    if (plan !== undefined) await this.staged.update(manager, id, plannedColumns(plan));
  }
}

/** @param next the project with all corrections, those of the patch among them */
function check(present: StagedContent, next: StagedContent, patch: ProjectPatch, mayJudge: boolean): void {
  const judgements = mayJudge ? [] : judgementIssues(present, patch);
  if (judgements.length > 0) throw new DomainError('judgement-by-finance', {}, judgements);
  const issues = correctionIssues(patch, next);
  if (issues.length > 0) throw new DomainError('correction-invalid', {}, issues);
}

/** A field that got back the value which was read is no longer a corrected one. */
const isCorrected = ({ correctedFields, targets }: StagedContent): boolean =>
  correctedFields.length > 0 || targets.indicators.some(({ corrected }) => corrected.length > 0);
