import { formDifferences, type FormData, type FormTemplate } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames, type NameOf } from '../../identity/index.js';
import type { PlacedReportPaper } from '../../official-reports/index.js';
import type { PaperDifference, PaperFinding } from '../http/papers.dto.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';
import { PaperRepository, type PlacedPaper } from '../persistence/paper.repository.js';
import { CheckReports } from './check-reports.js';
import { FormTemplates } from './form-templates.js';
import type { HandedIn } from './handed-in.js';
import { contentOf } from './paper-content.js';
import { PaperForms, type PaperNews } from './paper-forms.js';
import { paperView } from './paper-view.js';
import { printedForm } from './printed-form.js';
import { readPaperApart } from './read-paper-apart.js';
import type { ReadPaper } from './read-paper.js';
import { reportPaperView } from './report-paper-view.js';

const MOST_DIFFERENCES = 200;

/** Says of documents whether they are papers of the ledger, and what is otherwise in them and in the system by now. */
@Injectable()
export class CheckDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly papers: PaperRepository,
    private readonly reports: CheckReports,
    private readonly forms: PaperForms,
    private readonly templates: FormTemplates,
    private readonly names: PeopleNames,
  ) {}

  async run(user: CurrentUser, documents: readonly HandedIn[]): Promise<readonly PaperFinding[]> {
    const { reader } = this.uow;
    const hashes = documents.map(({ sha256 }) => sha256);
    const known = await this.papers.byHashes(reader, hashes);
    const reports = await this.reports.byHashes(reader, hashes);
    const found: Found[] = [];
    for (const document of documents) {
      const placed = known.get(document.sha256) ?? null;
      const report = reports.get(document.sha256) ?? null;
      const isExact = placed !== null || report !== null;
      found.push(isExact ? { ...NOTHING, verdict: 'exact', placed, report } : await this.byContent(reader, document));
    }
    const within = found.flatMap(({ placed }) => (placed !== null && mayRead(user, placed) ? [placed.paper] : []));
    const news = await this.forms.news(reader, within);
    const nameOf = await this.names.of(
      reader,
      [...within, ...found.flatMap(({ report }) => report?.paper ?? [])].flatMap(({ exportedBy, exportedFor }) => [
        exportedBy,
        exportedFor,
      ]),
    );
    return documents.map((document, place) => {
      const each = found[place] ?? NOTHING;
      if (each.report !== null) return findingOfReport(user, document, { ...each, report: each.report }, nameOf);
      const ofPaper = each.placed === null ? undefined : news.get(each.placed.paper.id);
      return findingOf(document, each, ofPaper, nameOf);
    });
  }

  private async byContent(manager: EntityManager, document: HandedIn): Promise<Found> {
    const read = await readPaperApart({ name: document.name, bytes: document.bytes });
    const { code } = read;
    if (code === null) return NOTHING;
    const placed = await this.papers.byCode(manager, code);
    const report = placed === null ? await this.reports.byCode(manager, code) : null;
    if (placed === null && report === null) return { ...NOTHING, verdict: 'unknownCode', code };
    const differences = await this.compared(manager, placed, report, read);
    if (differences === null) return { ...NOTHING, verdict: 'notComparable', code, placed, report };
    return { verdict: differences.length === 0 ? 'sameContent' : 'changed', code, placed, report, differences };
  }

  /** @returns null where what is read cannot be held against what was given out */
  private async compared(
    manager: EntityManager,
    placed: PlacedPaper | null,
    report: PlacedReportPaper | null,
    read: ReadPaper,
  ): Promise<readonly PaperDifference[] | null> {
    if (report !== null) return this.reports.differences(manager, report, read);
    return placed === null || read.forms === null ? null : this.differences(manager, placed, read.forms);
  }

  private async differences(
    manager: EntityManager,
    { paper }: PlacedPaper,
    stands: readonly FormData[],
  ): Promise<readonly PaperDifference[]> {
    const { content: template } = await this.templates.byRef(manager, paper.kind, paper.templateRef);
    const all: PaperDifference[] = [];
    for await (const form of this.forms.of(manager, paper)) {
      all.push(...(await differencesOf(form, template, stands[form.ordinal])));
    }
    const added = stands.slice(paper.forms).map(({ projectName }) => wholeForm(null, projectName, null, projectName));
    return [...all, ...added];
  }
}

interface Found {
  readonly verdict: Exclude<PaperFinding['verdict'], 'outside'>;
  readonly code: string | null;
  readonly placed: PlacedPaper | null;
  /** Instead of `placed` where it is an official report. */
  readonly report: PlacedReportPaper | null;
  readonly differences: readonly PaperDifference[];
}

const NOTHING: Found = { verdict: 'unknown', code: null, placed: null, report: null, differences: [] };

const mayRead = (user: CurrentUser, { organisation }: PlacedPaper | PlacedReportPaper): boolean =>
  holdsAt(user, 'lights.read', organisation.path);

/** @param news none for a paper that the reader may not read */
function findingOf(
  { member }: HandedIn,
  { verdict, code, placed, differences }: Found,
  news: PaperNews | undefined,
  nameOf: NameOf,
): PaperFinding {
  const matches = isMatch(verdict);
  if (placed === null) return { ...SAYS_NOTHING, member, verdict, matches, code };
  const printed = placed.paper.code;
  if (news === undefined) return { ...SAYS_NOTHING, member, verdict: 'outside', matches, code: printed };
  return {
    ...SAYS_NOTHING,
    ...{ member, verdict, matches, code: printed },
    paper: paperView(placed, news.forms, nameOf),
    ...told(differences),
    since: news.since.slice(0, MOST_DIFFERENCES),
    sinceCount: news.since.length,
  };
}

function findingOfReport(
  user: CurrentUser,
  { member }: HandedIn,
  { verdict, report, differences }: Found & { readonly report: PlacedReportPaper },
  nameOf: NameOf,
): PaperFinding {
  const [matches, { code }] = [isMatch(verdict), report.paper];
  if (!mayRead(user, report)) return { ...SAYS_NOTHING, member, verdict: 'outside', matches, code };
  const view = reportPaperView(report, nameOf);
  return { ...SAYS_NOTHING, member, verdict, matches, code, report: view, ...told(differences) };
}

const isMatch = (verdict: PaperFinding['verdict']): boolean => verdict === 'exact' || verdict === 'sameContent';

const told = (differences: readonly PaperDifference[]) => ({
  differences: differences.slice(0, MOST_DIFFERENCES),
  differenceCount: differences.length,
});

const SAYS_NOTHING = { paper: null, report: null, differences: [], differenceCount: 0, since: [], sinceCount: 0 };

async function differencesOf(
  form: PaperForm,
  template: FormTemplate,
  stands: FormData | undefined,
): Promise<readonly PaperDifference[]> {
  const { projectId, projectName } = form;
  if (stands === undefined) return [wholeForm(projectId, projectName, projectName, null)];
  const said = printedForm(template, await contentOf(form));
  return formDifferences(said, stands).map((each) => ({ projectId, projectName, ...each }));
}

/** A form that only one of the two has. */
const wholeForm = (
  projectId: string | null,
  projectName: string,
  said: string | null,
  stands: string | null,
): PaperDifference => ({ projectId, projectName, field: '项目名称', label: '项目名称', said, stands });
