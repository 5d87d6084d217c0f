import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PaperDifference } from '../http/papers.dto.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';
import type { Paper } from '../persistence/paper.entity.js';
import { PaperRepository } from '../persistence/paper.repository.js';
import { ChangedSince, type FormOfPaper } from './changed-since.js';

/** Forms that are in memory at once. */
const AT_ONCE = 100;

/** What is known of a paper beside its row. */
export interface PaperNews {
  /** Of its forms the first hundred, without more than that being read of those behind. */
  readonly forms: readonly PaperForm[];
  readonly since: readonly PaperDifference[];
}

/** Reads what papers said, and what of it is otherwise by now, for many papers of a form each or one of many forms. */
@Injectable()
export class PaperForms {
  constructor(
    private readonly papers: PaperRepository,
    private readonly changed: ChangedSince,
  ) {}

  async *of(manager: EntityManager, paper: Paper): AsyncGenerator<PaperForm> {
    for (let from = 0; from < paper.forms; from += AT_ONCE) {
      yield* await this.papers.forms(manager, paper.id, from, from + AT_ONCE - 1);
    }
  }

  /** By the ids of the papers. */
  async news(manager: EntityManager, papers: readonly Paper[]): Promise<ReadonlyMap<string, PaperNews>> {
    const single = papers.filter(({ forms }) => forms === 1);
    const news = new Map<string, PaperNews>();
    const forms = await this.papers.firstForms(
      manager,
      single.map(({ id }) => id),
    );
    const placed = single.flatMap((paper): FormOfPaper[] => {
      const form = forms.get(paper.id);
      return form === undefined ? [] : [{ paper, form }];
    });
    const since = await this.changed.of(manager, placed);
    for (const { paper, form } of placed) news.set(paper.id, { forms: [form], since: since.get(form.id) ?? [] });
    for (const paper of papers) if (paper.forms !== 1) news.set(paper.id, await this.newsOfMany(manager, paper));
    return news;
  }

  private async newsOfMany(manager: EntityManager, paper: Paper): Promise<PaperNews> {
    const first: PaperForm[] = [];
    const since: PaperDifference[] = [];
    let some: FormOfPaper[] = [];
    const look = async (): Promise<void> => {
      const found = await this.changed.of(manager, some);
      since.push(...some.flatMap(({ form }) => found.get(form.id) ?? []));
      some = [];
    };
    for await (const form of this.of(manager, paper)) {
      if (first.length < AT_ONCE) first.push(form);
      some.push({ paper, form });
      if (some.length >= AT_ONCE) await look();
    }
    await look();
    return { forms: first, since };
  }
}
