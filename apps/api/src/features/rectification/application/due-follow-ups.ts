import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DueRows, type DueRow } from '../persistence/due-rows.query.js';
import { Deadlines } from './deadlines.js';

/** Something that is still to be done and whose deadline is near or has passed. */
export interface DueFollowUp extends DueRow {
  readonly due: 'soon' | 'overdue';
}

/** What a day brings for those who put right, by working days. */
@Injectable()
export class DueFollowUps {
  constructor(
    private readonly rows: DueRows,
    private readonly deadlines: Deadlines,
  ) {}

  async today(manager: EntityManager): Promise<readonly DueFollowUp[]> {
    const due = await this.deadlines.today(manager);
    return (await this.rows.open(manager)).flatMap((row) => {
      const state = due(row.deadline, true);
      return state === 'soon' || state === 'overdue' ? [{ ...row, due: state }] : [];
    });
  }
}
