import { createHash } from 'node:crypto';
import type { DocumentWarning, RecognisedDocument } from '@jixiao/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { TargetRepository } from '../../targets/index.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import { parseDocument, type TargetFile } from './parse-documents.js';
import { isSaved, planProjects } from './plan-projects.js';
import type { PlannedDocument, PlannedProject, PlannedUnit } from './planned-import.js';
import { ResolveUnit, type UnitChoice } from './resolve-unit.js';

export interface ImportRequest extends UnitChoice {
  readonly year: number;
  readonly files: readonly TargetFile[];
}

const BYTES_PER_MB = 1024 * 1024;

/** Reads target documents and works out what saving them would do; writes nothing. Preview and save share it. */
@Injectable()
export class PlanImport {
  constructor(
    private readonly units: ResolveUnit,
    private readonly targets: TargetRepository,
    private readonly batches: ImportBatchRepository,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * @throws DomainError `no-files`, what `parseDocument` and `ResolveUnit` refuse
   */
  async run(manager: EntityManager, user: CurrentUser, request: ImportRequest): Promise<readonly PlannedDocument[]> {
    if (request.files.length === 0) throw new DomainError('no-files');
    const taken = new Set<string>();
    const planned: PlannedDocument[] = [];
    for (const file of request.files) planned.push(await this.planFile(manager, user, request, file, taken));
    return planned;
  }

  private async planFile(
    manager: EntityManager,
    user: CurrentUser,
    request: ImportRequest,
    { name: file, bytes }: TargetFile,
    taken: Set<string>,
  ): Promise<PlannedDocument> {
    const { year } = request;
    const document = await parseDocument({ name: file, bytes }, { year, limitMb: this.limitMb });
    const unit = await this.units.run(user, request, document);
    const projects = await this.planProjects(manager, document, unit, year, taken);
    return {
      file: file.slice(-MAX_FILE_NAME),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      year,
      document,
      unit,
      projects,
      warnings: [...document.warnings, ...(await this.ownWarnings(manager, document, unit, year, projects))],
    };
  }

  private async planProjects(
    manager: EntityManager,
    document: RecognisedDocument,
    unit: PlannedUnit,
    year: number,
    taken: Set<string>,
  ): Promise<readonly PlannedProject[]> {
    const stored = unit.id === null ? [] : await this.targets.ofOrganisation(manager, year, unit.id);
    const codes = document.projects.flatMap(({ code }) => code ?? []);
    const codesElsewhere = await this.targets.codesElsewhere(manager, year, unit.id, codes);
    return planProjects(document.projects, unit.code, { stored, codesElsewhere, taken });
  }

  /** What only the stored data show: a new unit, another unit than the printed one, an open round that will be judged anew. */
  private async ownWarnings(
    manager: EntityManager,
    { unitCode, unitName }: RecognisedDocument,
    unit: PlannedUnit,
    year: number,
    projects: readonly PlannedProject[],
  ): Promise<readonly DocumentWarning[]> {
    const warnings: Omit<DocumentWarning, 'message'>[] = [];
    const whole = { at: 'document', project: null };
    if (unit.isNew) {
      warnings.push({ ...whole, code: 'unit-will-be-added', params: { unit: unit.name, unitCode: unit.code } });
    }
    if (unit.isAssumed) warnings.push({ ...whole, code: 'unit-assumed', params: { unit: unit.name } });
    const differs = unitCode === null ? unitName !== null && unitName !== unit.name : unitCode !== unit.code;
    if (differs) {
      const params = { printed: `${unitCode ?? ''}${unitName ?? ''}`, unit: unit.name };
      warnings.push({ ...whole, code: 'unit-differs', params });
    }
    const open = projects.some(isSaved) ? await this.batches.openRounds(manager, year) : [];
    if (open.length > 0 && projects.some(({ change }) => change === 'changed')) {
      warnings.push({ ...whole, code: 'open-round-affected', params: { year, months: open.join('、') } });
    }
    return warnings.map((warning) => ({ ...warning, message: warning.code }));
  }

  private get limitMb(): number {
    return this.config.uploads.limitBytes / BYTES_PER_MB;
  }
}

/** Longest file name that is stored, its end with the extension. */
const MAX_FILE_NAME = 255;
