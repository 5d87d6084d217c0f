import { readdirSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { ExportAccepted, ExportView } from '../../apps/api/src/features/exports/http/exports.dto.js';
import type { PaperCheck, PaperDetail } from '../../apps/api/src/features/exports/http/papers.dto.js';
import { PaperExport } from '../../apps/api/src/features/exports/persistence/paper-export.entity.js';
import { PaperForm } from '../../apps/api/src/features/exports/persistence/paper-form.entity.js';
import { Paper } from '../../apps/api/src/features/exports/persistence/paper.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { StoredFile } from '../../apps/api/src/platform/files/stored-file.entity.js';
import { JobQueue, type JobStatus } from '../../apps/api/src/platform/jobs/job-queue.js';
import type { Answer, TestApi, Visitor } from './api.js';
import { upload } from './upload.js';

/** Has papers written, fetches them and has them checked, as people do. */
export class PaperDesk {
  readonly uow: UnitOfWork;

  constructor(readonly api: TestApi) {
    this.uow = api.app.get(UnitOfWork, { strict: false });
  }

  ask<T = ExportAccepted>(visitor: Visitor, input: object): Promise<Answer<T>> {
    return visitor.post<T>('/exports', input);
  }

  settled(jobId: string): Promise<JobStatus> {
    return this.api.app.get(JobQueue, { strict: false }).settled(jobId);
  }

  async view(visitor: Visitor, id: string): Promise<ExportView> {
    return (await visitor.get<ExportView>(`/exports/${id}`)).body;
  }

  /** What was asked for, once it is written. */
  async written(visitor: Visitor, input: object): Promise<ExportView> {
    const { status, body } = await this.ask(visitor, input);
    if (status !== 202) throw new Error(`Asking answered ${status}: ${JSON.stringify(body)}`);
    const ended = await this.settled(body.jobId);
    if (ended !== 'succeeded') throw new Error(`The export ended as ${ended}`);
    return this.view(visitor, body.exportId);
  }

  async file(visitor: Visitor, id: string): Promise<Buffer> {
    const { app } = this.api;
    const headers = { cookie: `sid=${visitor.token}` };
    const response = await app.inject({ method: 'GET', url: `/api/exports/${id}/file`, headers });
    if (response.statusCode !== 200) throw new Error(`The file answered ${response.statusCode}: ${response.body}`);
    return response.rawPayload;
  }

  /** Members of an archive by their names. */
  async members(visitor: Visitor, id: string): Promise<ReadonlyMap<string, Buffer>> {
    const members = unzipSync(await this.file(visitor, id));
    return new Map(Object.entries(members).map(([name, bytes]) => [name, Buffer.from(bytes)]));
  }

  async check(visitor: Visitor, name: string, bytes: Uint8Array): Promise<PaperCheck> {
    const answer = await visitor.post<PaperCheck>('/papers/check', ...upload([{ name, bytes }], {}));
    if (answer.status !== 200) throw new Error(`Checking answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async detail(visitor: Visitor, code: string): Promise<PaperDetail> {
    return (await visitor.get<PaperDetail>(`/papers/${encodeURIComponent(code)}`)).body;
  }

  papers(): Promise<Paper[]> {
    return this.uow.reader.find(Paper, { order: { id: 'ASC' } });
  }

  /** Everything that an export may leave. */
  async traces(exportId: string) {
    const { reader } = this.uow;
    const row = await reader.findOneBy(PaperExport, { id: exportId });
    const papers = await reader.findBy(Paper, { exportId });
    const forms = await reader.count(PaperForm);
    const known = await reader.query<{ forms: number | string }[]>(
      'select count(*) as forms from paper_form f join paper p on p.id = f.paper_id where p.export_id = ?',
      [exportId],
    );
    const stored = row?.sha256 ? await reader.countBy(StoredFile, { sha256: row.sha256 }) : 0;
    return {
      papers: papers.length,
      forms: Number(known[0]?.forms ?? 0),
      allForms: forms,
      stored,
      scratch: this.scratch(),
    };
  }

  /** Files that are being written, or were left. */
  scratch(): string[] {
    try {
      return readdirSync(this.scratchFolder);
    } catch {
      return [];
    }
  }

  get scratchFolder(): string {
    return path.join(this.api.config.dataDir, 'tmp', 'exports');
  }
}
