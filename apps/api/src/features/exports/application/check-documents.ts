import { formDifferences, type FormData } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import type { PaperDifference, PaperFinding } from '../http/papers.dto.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';
import { PaperRepository, type PlacedPaper } from '../persistence/paper.repository.js';
import { ChangedSince } from './changed-since.js';
import type { HandedIn } from './handed-in.js';
import { contentOf } from './paper-content.js';
import { paperView } from './paper-view.js';
import { readPaper } from './read-paper.js';
import { findVerificationCode } from './verification-code.js';

/** Of a paper of many projects so many are compared at once. */
const FORMS_AT_ONCE = 100;
const MOST_DIFFERENCES = 200;

/** Says of documents whether they are papers of the ledger, and what is otherwise in them and in the system by now. */
@Injectable()
export class CheckDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly papers: PaperRepository,
    private readonly since: ChangedSince,
    private readonly names: PeopleNames,
  ) {}

  async run(user: CurrentUser, documents: readonly HandedIn[]): Promise<readonly PaperFinding[]> {
    const { reader } = this.uow;
    const known = await this.papers.byHashes(
      reader,
      documents.map(({ sha256 }) => sha256),
    );
    const findings: PaperFinding[] = [];
    for (const document of documents) {
      const exact = known.get(document.sha256);
      const found = exact === undefined ? await this.byContent(reader, document) : { ...EXACT, placed: exact };
      findings.push(await this.finding(reader, user, document, found));
    }
    return findings;
  }

  private async byContent(manager: EntityManager, document: HandedIn): Promise<Found> {
    const { text, forms } = await readPaper(document.name, document.bytes);
    const code = findVerificationCode(text);
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
    const all: PaperDifference[] = [];
    for (let from = 0; from < paper.forms; from += FORMS_AT_ONCE) {
      const forms = await this.papers.forms(manager, paper.id, from, from + FORMS_AT_ONCE - 1);
      for (const form of forms) all.push(...(await differencesOf(form, stands[form.ordinal])));
    }
    const added = stands.slice(paper.forms).map(({ projectName }): PaperDifference => ({
      projectId: null,
      projectName,
      field: '项目名称',
      label: '项目名称',
      said: null,
      stands: projectName,
    }));
    return [...all, ...added];
  }

  private async finding(
    manager: EntityManager,
    user: CurrentUser,
    { member }: HandedIn,
    { verdict, code, placed, differences }: Found,
  ): Promise<PaperFinding> {
    const matches = verdict === 'exact' || verdict === 'sameContent';
    const nothing = { paper: null, differences: [], differenceCount: 0, since: [], sinceCount: 0 };
    if (placed === null) return { member, verdict, matches, code, ...nothing };
    const { paper, organisation } = placed;
    if (!holdsAt(user, 'lights.read', organisation.path)) {
      return { member, verdict: 'outside', matches, code: paper.code, ...nothing };
    }
    const [forms, since] = await this.sinceOf(manager, placed);
    const nameOf = await this.names.of(manager, [paper.exportedBy, paper.exportedFor]);
    return {
      member,
      verdict,
      matches,
      code: paper.code,
      paper: paperView(placed, forms, nameOf),
      differences: differences.slice(0, MOST_DIFFERENCES),
      differenceCount: differences.length,
      since: since.slice(0, MOST_DIFFERENCES),
      sinceCount: since.length,
    };
  }

  private async sinceOf(
    manager: EntityManager,
    { paper }: PlacedPaper,
  ): Promise<[readonly PaperForm[], readonly PaperDifference[]]> {
    const all: PaperDifference[] = [];
    let first: readonly PaperForm[] = [];
    for (let from = 0; from < paper.forms; from += FORMS_AT_ONCE) {
      const forms = await this.papers.forms(manager, paper.id, from, from + FORMS_AT_ONCE - 1);
      if (from === 0) first = forms;
      all.push(...(await this.since.of(manager, paper, forms)));
    }
    return [first, all];
  }
}

interface Found {
  readonly verdict: Exclude<PaperFinding['verdict'], 'outside'>;
  readonly code: string | null;
  readonly placed: PlacedPaper | null;
  readonly differences: readonly PaperDifference[];
}

const NOTHING = { code: null, placed: null, differences: [] } as const;
const EXACT = { ...NOTHING, verdict: 'exact' } as const;

async function differencesOf(form: PaperForm, stands: FormData | undefined): Promise<readonly PaperDifference[]> {
  const { projectId, projectName } = form;
  if (stands === undefined) {
    return [{ projectId, projectName, field: '项目名称', label: '项目名称', said: projectName, stands: null }];
  }
  return formDifferences(await contentOf(form), stands).map((each) => ({ projectId, projectName, ...each }));
}
