import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ExportProjectsQuery } from '../persistence/export-projects.query.js';
import type { PaperExport } from '../persistence/paper-export.entity.js';
import type { FormSource, GatheredForm } from './form-source.js';
import { newVerificationCode } from '../../../platform/runtime/verification-code.js';

/** Projects whose forms are in memory at once. */
const PAGE = 100;

/** A document with the forms that are in it. */
export interface DocumentToWrite {
  readonly code: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly forms: readonly GatheredForm[];
}

type ListedProject = Awaited<ReturnType<ExportProjectsQuery['ids']>>[number];

/** The documents of an export one after the other, read as they are asked for: of a project each, or of a unit each. */
@Injectable()
export class DocumentsToWrite {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projects: ExportProjectsQuery,
  ) {}

  /** How many documents these projects make at most. */
  count(asked: PaperExport, listed: readonly ListedProject[]): number {
    return asked.packaging === 'perProject'
      ? listed.length
      : new Set(listed.map(({ organisationId }) => organisationId)).size;
  }

  async *of(asked: PaperExport, listed: readonly ListedProject[], source: FormSource): AsyncGenerator<DocumentToWrite> {
    if (asked.packaging === 'perProject') {
      for await (const form of this.forms(listed, source)) yield documentOf([form]);
      return;
    }
    for (const unit of groupsOf(listed)) {
      const forms: GatheredForm[] = [];
      for await (const form of this.forms(unit, source)) forms.push(form);
      if (forms.length > 0) yield documentOf(forms);
    }
  }

  private async *forms(listed: readonly ListedProject[], source: FormSource): AsyncGenerator<GatheredForm> {
    for (let start = 0; start < listed.length; start += PAGE) {
      const { reader } = this.uow;
      const ids = listed.slice(start, start + PAGE).map(({ id }) => id);
      yield* await source.of(reader, await this.projects.of(reader, ids));
    }
  }
}

export function documentOf(forms: readonly GatheredForm[]): DocumentToWrite {
  const [first] = forms;
  if (first === undefined) throw new Error('A document without a form');
  const { organisationId, organisationCode, organisationName } = first.project;
  return { code: newVerificationCode(), organisationId, organisationCode, organisationName, forms };
}

/** Neighbours of the same unit; the list is in the order of units. */
function groupsOf(listed: readonly ListedProject[]): readonly (readonly ListedProject[])[] {
  const groups: ListedProject[][] = [];
  for (const project of listed) {
    const last = groups.at(-1);
    if (last?.[0]?.organisationId === project.organisationId) last.push(project);
    else groups.push([project]);
  }
  return groups;
}
