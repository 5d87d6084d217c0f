import { formDifferences, type FormData, type FormTemplate } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames, type NameOf } from '../../identity/index.js';
import type { PaperDifference, PaperFinding } from '../http/papers.dto.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';
import { PaperRepository, type PlacedPaper } from '../persistence/paper.repository.js';
import { FormTemplates } from './form-templates.js';
import type { HandedIn } from './handed-in.js';
import { contentOf } from './paper-content.js';
import { PaperForms, type PaperNews } from './paper-forms.js';
import { paperView } from './paper-view.js';
import { printedForm } from './printed-form.js';
import { readPaperApart } from './read-paper-apart.js';

const MOST_DIFFERENCES = 200;

/** Says of documents whether they are papers of the ledger, and what is otherwise in them and in the system by now. */
@Injectable()
export class CheckDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly papers: PaperRepository,
    private readonly forms: PaperForms,
    private readonly templates: FormTemplates,
    private readonly names: PeopleNames,
  ) {}

  async run(user: CurrentUser, documents: readonly HandedIn[]): Promise<readonly PaperFinding[]> {
    const { reader } = this.uow;
    const hashes = documents.map(({ sha256 }) => sha256);
    const known = await this.papers.byHashes(reader, hashes);
    const found: Found[] = [];
    for (const document of documents) {
      const exact = known.get(document.sha256);
      found.push(exact === undefined ? await this.byContent(reader, document) : { ...EXACT, placed: exact });
    }
    const within = found.flatMap(({ placed }) => (placed !== null && mayRead(user, placed) ? [placed.paper] : []));
    const news = await this.forms.news(reader, within);
    const nameOf = await this.names.of(
      reader,
      within.flatMap(({ exportedBy, exportedFor }) => [exportedBy, exportedFor]),
    );
    return documents.map((document, place) => {
      const each = found[place] ?? NOTHING;
      const ofPaper = each.placed === null ? undefined : news.get(each.placed.paper.id);
      return findingOf(document, each, ofPaper, nameOf);
    });
  }

  private async byContent(manager: EntityManager, document: HandedIn): Promise<Found> {
    const { code, forms } = await readPaperApart({ name: document.name, bytes: document.bytes });
    const placed = code === null ? null : await this.papers.byCode(manager, code);
    if (placed === null) return { ...NOTHING, verdict: code === null ? 'unknown' : 'unknownCode', code };
    if (forms === null) return { ...NOTHING, verdict: 'notComparable', code, placed };
    const differences = await this.differences(manager, placed, forms);
    return { verdict: differences.length === 0 ? 'sameContent' : 'changed', code, placed, differences };
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
  readonly differences: readonly PaperDifference[];
}

const NOTHING: Found = { verdict: 'unknown', code: null, placed: null, differences: [] };
const EXACT: Found = { ...NOTHING, verdict: 'exact' };

const mayRead = (user: CurrentUser, { organisation }: PlacedPaper): boolean =>
  holdsAt(user, 'lights.read', organisation.path);

/** @param news none for a paper that the reader may not read */
function findingOf(
  { member }: HandedIn,
  { verdict, code, placed, differences }: Found,
  news: PaperNews | undefined,
  nameOf: NameOf,
): PaperFinding {
  const matches = verdict === 'exact' || verdict === 'sameContent';
  const nothing = { paper: null, differences: [], differenceCount: 0, since: [], sinceCount: 0 };
  if (placed === null) return { member, verdict, matches, code, ...nothing };
  const printed = placed.paper.code;
  if (news === undefined) return { member, verdict: 'outside', matches, code: printed, ...nothing };
  return {
    member,
    verdict,
    matches,
    code: printed,
    paper: paperView(placed, news.forms, nameOf),
    differences: differences.slice(0, MOST_DIFFERENCES),
    differenceCount: differences.length,
    since: news.since.slice(0, MOST_DIFFERENCES),
    sinceCount: news.since.length,
  };
}

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
