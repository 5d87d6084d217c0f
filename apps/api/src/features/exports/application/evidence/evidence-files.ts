import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FileStore } from '../../../../platform/files/file-store.js';
import type { MonitoringRound } from '../../../reporting/index.js';
import { EvidenceRows, type StoredRow } from '../../persistence/evidence-rows.query.js';
import { plainName, UniqueNames } from '../file-names.js';
import type { EvidenceMember } from './evidence-member.js';

/** The files that people gave as evidence of a project, read while they are packed; those that were removed are among them. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly rows: EvidenceRows,
    private readonly files: FileStore,
  ) {}

  async of(
    manager: EntityManager,
    projectId: string,
    rounds: readonly MonitoringRound[],
  ): Promise<readonly EvidenceMember[]> {
    const names = new UniqueNames();
    const months = new Map(rounds.map(({ id, month }) => [id, month]));
    const attached = await this.rows.of(manager, 'ReportAttachment', 'projectId', [projectId]);
    const rectifications = await this.rows.of(manager, 'Rectification', 'projectId', [projectId]);
    const ids = rectifications.map(({ id }) => id);
    const rectified = await this.rows.of(manager, 'RectificationFile', 'rectificationId', ids);
    const member = (folder: string, row: StoredRow): EvidenceMember => ({
      name: nameOf(names, row['removedAt'] === null ? folder : `${folder}已移除/`, String(row['file'])),
      content: this.files.stream(manager, String(row['sha256'])),
      how: 'plain',
    });
    return [
      ...attached.flatMap((row) => {
        const month = months.get(String(row['roundId']));
        return month === undefined ? [] : [member(`佐证/1-${month}月/`, row)];
      }),
      ...rectified.map((row) => member('佐证/整改/', row)),
    ];
  }
}

function nameOf(names: UniqueNames, folder: string, file: string): string {
  const dot = file.lastIndexOf('.');
  const ending = dot <= 0 ? '' : `.${plainName(file.slice(dot + 1))}`;
  return names.of(folder, plainName(dot <= 0 ? file : file.slice(0, dot)), ending);
}
