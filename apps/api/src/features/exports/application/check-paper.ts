import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAmong, holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import type { UploadedFile } from '../../../platform/http/read-upload.js';
import { AuditLog } from '../../audit/index.js';
import { PeopleNames } from '../../identity/index.js';
import { PAPER_VERDICTS, type PaperCheck, type PaperFinding } from '../http/papers.dto.js';
import { PaperExportRepository } from '../persistence/paper-export.repository.js';
import { CheckDocuments } from './check-documents.js';
import { itself, membersOf, sha256Of, type HandedIn } from './handed-in.js';

/** Documents that are looked up and compared by one set of statements. */
const AT_ONCE = 50;
const MOST_FINDINGS = 200;

/** Whether a file is what the system gave out, byte by byte or by what it says; an archive by its members as well. */
@Injectable()
export class CheckPaper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly exports: PaperExportRepository,
    private readonly documents: CheckDocuments,
    private readonly names: PeopleNames,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError what is thrown of archives that are no archives (`archive-damaged` and others) */
  async run(user: CurrentUser, file: UploadedFile, remoteAddress: string | null): Promise<PaperCheck> {
    const sha256 = sha256Of(file.bytes);
    const members = await membersOf(file);
    const summary = new CheckSummary();
    for await (const some of batches(members ?? [itself(file)])) {
      for (const finding of await this.documents.run(user, some)) summary.add(finding);
    }
    const { counts, changedSince, findings } = summary.result();
    await this.uow.run((manager) =>
      this.audit.record(manager, {
        ...actorAmong(user, 'lights.read', []),
        action: 'papers.check',
        subject: `paper/${sha256}`,
        after: { file: file.name, ...counts, changedSince },
        remoteAddress,
      }),
    );
    const archive = members === null ? null : await this.archive(user, sha256);
    return { file: file.name, bytes: file.bytes.length, sha256, archive, counts, changedSince, findings };
  }

  /** Whose archive it is as a whole; only for whom all of it is in reach. */
  private async archive(user: CurrentUser, sha256: string): Promise<PaperCheck['archive']> {
    const { reader } = this.uow;
    const row = await this.exports.byHash(reader, sha256);
    if (row === null || !row.paths.every((path) => holdsAt(user, 'lights.read', path))) return null;
    const nameOf = await this.names.of(reader, [row.requestedBy]);
    const { kind, year, month, requestedAt, requestedBy, projects, papers } = row;
    return {
      kind,
      year,
      month,
      exportedAt: row.finishedAt ?? requestedAt,
      exportedBy: requestedBy,
      exportedByName: nameOf(requestedBy),
      projects,
      papers,
    };
  }
}

/** Counts findings and keeps the first of those that say something. */
class CheckSummary {
  private readonly counts = Object.fromEntries(PAPER_VERDICTS.map((verdict) => [verdict, 0])) as PaperCheck['counts'];
  private readonly remarkable: PaperFinding[] = [];
  private readonly plain: PaperFinding[] = [];
  private changedSince = 0;

  add(finding: PaperFinding): void {
    this.counts[finding.verdict] += 1;
    const isOtherwiseNow = finding.sinceCount > 0 || finding.report?.now.superseded === true;
    if (isOtherwiseNow) this.changedSince += 1;
    const list = finding.verdict === 'exact' && !isOtherwiseNow ? this.plain : this.remarkable;
    if (list.length < MOST_FINDINGS) list.push(finding);
  }

  result(): Pick<PaperCheck, 'counts' | 'changedSince' | 'findings'> {
    const findings = [...this.remarkable, ...this.plain].slice(0, MOST_FINDINGS);
    return { counts: this.counts, changedSince: this.changedSince, findings };
  }
}

async function* batches(documents: AsyncIterable<HandedIn> | Iterable<HandedIn>): AsyncGenerator<readonly HandedIn[]> {
  let some: HandedIn[] = [];
  for await (const document of documents) {
    some.push(document);
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
