import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { openFormPress } from '../../../../platform/documents/write/form-press.js';
import type { FormPress } from '../../../../platform/documents/write/form-writing.js';
import { ZipFileWriter } from '../../../../platform/files/zip-file-writer.js';
import { Clock } from '../../../../platform/runtime/clock.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import type { Pace } from '../../../../platform/runtime/pace.js';
import { RoundRepository, type MonitoringRound } from '../../../reporting/index.js';
import { ExportProjectsQuery, type ProjectToWrite } from '../../persistence/export-projects.query.js';
import type { PaperExport } from '../../persistence/paper-export.entity.js';
import { ExportNames } from '../export-names.js';
import { plainName, UniqueNames } from '../file-names.js';
import type { WrittenExport } from '../written-export.js';
import { EvidenceArchive, type EvidenceHead } from './evidence-archive.js';
import { EvidenceFiles } from './evidence-files.js';
import { EvidenceFormsOf, type EvidenceForms } from './evidence-forms.js';
import { EvidenceRecords } from './evidence-records.js';

/** Projects that are looked up by one set of statements. */
const PAGE = 50;

/** Writes everything that there is of projects into one archive, project by project and file by file. */
@Injectable()
export class WriteEvidence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projects: ExportProjectsQuery,
    private readonly rounds: RoundRepository,
    private readonly records: EvidenceRecords,
    private readonly files: EvidenceFiles,
    private readonly forms: EvidenceFormsOf,
    private readonly names: ExportNames,
    private readonly clock: Clock,
  ) {}

  async run(asked: PaperExport, path: string, pace: Pace): Promise<WrittenExport> {
    const at = this.clock.now();
    const press = openFormPress();
    const zip = await ZipFileWriter.create(path);
    try {
      return await this.write(asked, { zip, press, at, pace });
    } catch (error) {
      await zip.abandon();
      throw error;
    } finally {
      await press.close();
    }
  }

  private async write(asked: PaperExport, { zip, press, at, pace }: Tools): Promise<WrittenExport> {
    const { reader } = this.uow;
    const listed = await this.projects.ids(reader, asked);
    const rounds = [...(await this.rounds.list(reader, asked.year))].reverse();
    const forms = await this.forms.open(reader, asked, rounds, { press, at });
    const archive = new EvidenceArchive(zip);
    const folders = new UniqueNames();
    const written: EvidenceHead['projects'][number][] = [];
    for (let start = 0; start < listed.length; start += PAGE) {
      const ids = listed.slice(start, start + PAGE).map(({ id }) => id);
      for (const project of await this.projects.of(reader, ids)) {
        const folder = listed.length === 1 ? '' : folderOf(folders, project);
        await this.writeProject(project, { archive, rounds, forms, folder, pace });
        written.push({ id: project.id, code: project.code, name: project.name, folder });
        pace.report(written.length, listed.length);
      }
    }
    if (written.length === 0) throw new DomainError('export-empty');
    await forms.flush();
    const { year, requestedBy: exportedBy, requestedFor: exportedFor } = asked;
    const content = await archive.finish({ year, exportedAt: at, exportedBy, exportedFor, projects: written });
    const file = `${await this.names.of(reader, asked)}.zip`;
    return { file, content, projects: written.length, papers: forms.papers };
  }

  private async writeProject(
    project: ProjectToWrite,
    { archive, rounds, forms, folder, pace }: ProjectTools,
  ): Promise<void> {
    const { reader } = this.uow;
    for (const member of await this.records.of(reader, project, rounds)) await archive.add(folder, member);
    for await (const { name, bytes, enter } of forms.of(reader, project)) {
      const { file, sha256, bytes: length } = await archive.add(folder, { name, content: bytes, how: 'plain' });
      await enter(file, { sha256, bytes: length });
      await pace.breathe();
    }
    for (const member of await this.files.of(reader, project.id, rounds)) {
      await archive.add(folder, member);
      await pace.breathe();
    }
  }
}

interface Tools {
  readonly zip: ZipFileWriter;
  readonly press: FormPress;
  readonly at: string;
  readonly pace: Pace;
}

interface ProjectTools {
  readonly archive: EvidenceArchive;
  readonly rounds: readonly MonitoringRound[];
  readonly forms: EvidenceForms;
  readonly folder: string;
  readonly pace: Pace;
}

const folderOf = (folders: UniqueNames, { organisationCode, organisationName, name }: ProjectToWrite): string =>
  `${folders.of(`${plainName(`${organisationCode}${organisationName}`)}/`, plainName(name), '')}/`;
