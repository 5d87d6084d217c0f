import { Injectable } from '@nestjs/common';
import { Between, In, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { PaperForm } from './paper-form.entity.js';
import { Paper } from './paper.entity.js';

/** A paper of the ledger with where it belongs. */
export interface PlacedPaper {
  readonly paper: Paper;
  readonly organisation: { readonly name: string; readonly path: string };
}

/** The ledger of papers. Only those of finished exports have left the system and count. */
@Injectable()
export class PaperRepository {
  async add(manager: EntityManager, papers: readonly Paper[], forms: readonly PaperForm[]): Promise<void> {
    await insertRows(manager, Paper, papers);
    await insertRows(manager, PaperForm, forms);
  }

  /** Takes back what an export that came to nothing has written. */
  async removeOf(manager: EntityManager, exportId: string): Promise<void> {
    await manager.query('delete from paper_form where paper_id in (select id from paper where export_id = ?)', [
      exportId,
    ]);
    await manager.delete(Paper, { exportId });
  }

  async byCode(manager: EntityManager, code: string): Promise<PlacedPaper | null> {
    return (await this.placed(manager, 'code', [code]))[0] ?? null;
  }

  /** The latest paper of each of these hashes. */
  async byHashes(manager: EntityManager, hashes: readonly string[]): Promise<ReadonlyMap<string, PlacedPaper>> {
    const found = await this.placed(manager, 'sha256', hashes);
    return new Map(found.map((placed) => [placed.paper.sha256, placed]));
  }

  /** Forms `from` to `to` of a paper, both included, in order. */
  forms(manager: EntityManager, paperId: string, from: number, to: number): Promise<PaperForm[]> {
    return manager.find(PaperForm, { where: { paperId, ordinal: Between(from, to) }, order: { ordinal: 'ASC' } });
  }

  /** The first form of each of some hundred papers, by paper. */
  async firstForms(manager: EntityManager, paperIds: readonly string[]): Promise<ReadonlyMap<string, PaperForm>> {
    if (paperIds.length === 0) return new Map();
    const forms = await manager.findBy(PaperForm, { paperId: In([...paperIds]), ordinal: 0 });
    return new Map(forms.map((form) => [form.paperId, form]));
  }

  private async placed(
    manager: EntityManager,
    column: 'code' | 'sha256',
    values: readonly string[],
  ): Promise<readonly PlacedPaper[]> {
    if (values.length === 0) return [];
    const sql = `select p.id as id, o.name as name, o.path as path from paper p
                 join paper_export e on e.id = p.export_id join organisation o on o.id = p.organisation_id
                 where p.${column} in (${placeholders(values.length)}) and e.finished_at is not null order by p.id`;
    const places = await manager.query<{ id: string; name: string; path: string }[]>(sql, [...values]);
    const ids = places.map(({ id }) => id);
    const papers = ids.length === 0 ? [] : await manager.createQueryBuilder(Paper, 'paper').whereInIds(ids).getMany();
    const byId = new Map(papers.map((paper) => [paper.id, paper]));
    return places.flatMap(({ id, ...organisation }) => {
      const paper = byId.get(id);
      return paper === undefined ? [] : [{ paper, organisation }];
    });
  }
}
