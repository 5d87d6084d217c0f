import { printedFields } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames } from '../../identity/index.js';
import { ReportPapers, type PlacedReportPaper } from '../../official-reports/index.js';
import type { PaperDetail } from '../http/papers.dto.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';
import { PaperRepository, type PlacedPaper } from '../persistence/paper.repository.js';
import { contentOf } from './paper-content.js';
import { PaperForms } from './paper-forms.js';
import { paperView } from './paper-view.js';
import { reportPaperView } from './report-paper-view.js';
import { readVerificationCode } from '../../../platform/runtime/verification-code.js';

const MOST_DIFFERENCES = 1000;

/** What a paper said, by the code that is printed in it, and what has changed since. */
@Injectable()
export class PaperQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly papers: PaperRepository,
    private readonly reports: ReportPapers,
    private readonly forms: PaperForms,
    private readonly names: PeopleNames,
  ) {}

  /**
   * Of a unit out of reach only that there is such a paper: a code is read from a paper that somebody holds in his hands.
   * @throws DomainError `paper-code-mistyped`, `not-found`
   */
  async run(user: CurrentUser, typed: string): Promise<PaperDetail> {
    const code = readVerificationCode(typed);
    if (code === null) throw new DomainError('paper-code-mistyped');
    const { reader } = this.uow;
    const placed = await this.papers.byCode(reader, code);
    const report = placed === null ? await this.reports.byCode(reader, code) : null;
    const found = placed ?? report;
    if (found === null) throw new DomainError('not-found');
    if (!holdsAt(user, 'lights.read', found.organisation.path)) return { ...NOTHING, reach: 'outside' };
    if (placed !== null) return this.ofForms(placed);
    return report === null ? NOTHING : this.ofReport(report);
  }

  private async ofForms(placed: PlacedPaper): Promise<PaperDetail> {
    const { reader } = this.uow;
    const { paper } = placed;
    const { forms = [], since = [] } = (await this.forms.news(reader, [paper])).get(paper.id) ?? {};
    const nameOf = await this.names.of(reader, [paper.exportedBy, paper.exportedFor]);
    return {
      ...NOTHING,
      paper: paperView(placed, forms, nameOf),
      forms: await Promise.all(forms.map(saidOf)),
      since: since.slice(0, MOST_DIFFERENCES),
      sinceCount: since.length,
    };
  }

  private async ofReport(report: PlacedReportPaper): Promise<PaperDetail> {
    const { exportedBy, exportedFor } = report.paper;
    const nameOf = await this.names.of(this.uow.reader, [exportedBy, exportedFor]);
    return { ...NOTHING, report: reportPaperView(report, nameOf) };
  }
}

const NOTHING: PaperDetail = { reach: 'full', paper: null, report: null, forms: [], since: [], sinceCount: 0 };

async function saidOf(form: PaperForm): Promise<PaperDetail['forms'][number]> {
  const fields = printedFields(await contentOf(form));
  return {
    projectId: form.projectId,
    projectName: form.projectName,
    fields: fields.map(({ field, label, text }) => ({ field, label, said: text })),
  };
}
