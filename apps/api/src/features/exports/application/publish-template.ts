import { templateProblemMessage, type FormTemplate } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DatabaseConflict } from '../../../platform/database/database-conflict.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { readTemplateWorkbook } from '../../../platform/documents/write/read-template-workbook.js';
import { actorAt, EVERYWHERE, holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { UploadedFile } from '../../../platform/http/read-upload.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { PeopleNames } from '../../identity/index.js';
import type {
  TemplateFields,
  TemplateReset,
  TemplateUploadResult,
  TemplateVersionView,
} from '../http/form-templates.dto.js';
import type { FormTemplateVersion } from '../persistence/form-template.entity.js';
import { FormTemplateRepository } from '../persistence/form-template.repository.js';
import { FORM_OF, type PaperKind } from './export-kinds.js';
import { FormTemplates, templateRef } from './form-templates.js';

interface UploadOptions extends TemplateFields {
  readonly locale: Locale;
  readonly remoteAddress: string;
}

/** Puts an official form into force as an authority wants it printed. Papers that were given out stay what they are. */
@Injectable()
export class PublishTemplate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly templates: FormTemplates,
    private readonly rows: FormTemplateRepository,
    private readonly names: PeopleNames,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns all that is wrong with the workbook; where nothing is, it is published unless it was only to be tried
   * @throws DomainError `forbidden`, `form-template-changed` where another version was published meanwhile, and what reading a
   *   workbook refuses
   */
  async upload(
    user: CurrentUser,
    kind: PaperKind,
    file: UploadedFile,
    { dryRun, basedOn, note, locale, remoteAddress }: UploadOptions,
  ): Promise<TemplateUploadResult> {
    requireTemplateManager(user);
    const read = await readTemplateWorkbook(file.bytes, FORM_OF[kind]);
    const problems = read.problems.map((problem) => ({
      at: problem.at,
      code: problem.code,
      message: templateProblemMessage(problem, locale),
    }));
    if (dryRun || problems.length > 0) return { dryRun, ref: null, problems };
    const next = { content: read.template, basedOn, note: note ?? null, remoteAddress };
    const row = await this.publish(user, kind, next);
    return { dryRun, ref: row.id, problems };
  }

  /** @throws DomainError `forbidden`, `form-template-changed` */
  async reset(
    user: CurrentUser,
    kind: PaperKind,
    { basedOn, note }: TemplateReset,
    remoteAddress: string,
  ): Promise<TemplateVersionView> {
    requireTemplateManager(user);
    const { id, ...row } = await this.publish(user, kind, {
      content: null,
      basedOn,
      note: note ?? null,
      remoteAddress,
    });
    const nameOf = await this.names.of(this.uow.reader, [row.publishedBy]);
    const { version, publishedBy, publishedAt } = row;
    const publishedByName = nameOf(publishedBy);
    return {
      ref: id,
      kind,
      version,
      inForce: true,
      shipped: true,
      note: row.note,
      publishedBy,
      publishedByName,
      publishedAt,
    };
  }

  private async publish(user: CurrentUser, kind: PaperKind, next: NextTemplate): Promise<FormTemplateVersion> {
    try {
      return await this.uow.run((manager) => this.publishIn(manager, user, kind, next));
    } catch (error) {
      // Two who looked at the same version: the one whose row came second.
      if (!(error instanceof DatabaseConflict) || error.kind !== 'unique') throw error;
      const { ref } = await this.templates.inForce(this.uow.reader, kind);
      throw new DomainError('form-template-changed', { ref }, [], { cause: error });
    }
  }

  private async publishIn(
    manager: EntityManager,
    user: CurrentUser,
    kind: PaperKind,
    next: NextTemplate,
  ): Promise<FormTemplateVersion> {
    const row = await this.nextVersion(manager, user, kind, next);
    await this.rows.insert(manager, row);
    await this.audit.record(manager, {
      ...actorAt(user, 'rules.manage', EVERYWHERE),
      action: next.content === null ? 'form-templates.reset' : 'form-templates.publish',
      subject: `form-template/${row.id}`,
      before: { ref: next.basedOn },
      after: { ref: row.id, note: row.note },
      remoteAddress: next.remoteAddress,
    });
    return row;
  }

  private async nextVersion(
    manager: EntityManager,
    user: CurrentUser,
    kind: PaperKind,
    { content, basedOn, note }: NextTemplate,
  ): Promise<FormTemplateVersion> {
    const present = await this.templates.inForce(manager, kind);
    if (present.ref !== basedOn) throw new DomainError('form-template-changed', { ref: present.ref });
    const version = present.version + 1;
    const publishedAt = this.clock.now();
    return { id: templateRef(kind, version), kind, version, content, note, publishedBy: user.username, publishedAt };
  }
}

interface NextTemplate {
  /** Null for the one that the program comes with. */
  readonly content: FormTemplate | null;
  readonly basedOn: string;
  readonly note: string | null;
  readonly remoteAddress: string;
}

/** The forms of the whole county are its finance bureau's affair. @throws DomainError `forbidden` */
function requireTemplateManager(user: CurrentUser): void {
  if (!holdsEverywhere(user, 'rules.manage')) throw new DomainError('forbidden');
}
