import type { RecognisedDepartmentGoal } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

type Row = Pick<RecognisedDepartmentGoal, 'title' | 'goal'> & { readonly indicators: string };

/** The department goals that an import replaces, to be put back where it is undone. */
@Injectable()
export class DepartmentGoalsBefore {
  async of(manager: EntityManager, year: number, organisationId: string): Promise<readonly RecognisedDepartmentGoal[]> {
    const sql = `
      select title as title, goal as goal, indicators as indicators from department_goal
      where year = ? and organisation_id = ? order by ordinal`;
    const rows = await manager.query<Row[]>(sql, [year, organisationId]);
    return rows.map(({ title, goal, indicators }) => ({
      title,
      goal,
      indicators: JSON.parse(indicators) as RecognisedDepartmentGoal['indicators'],
    }));
  }

  /** Where there were none before. */
  async remove(manager: EntityManager, year: number, organisationId: string): Promise<void> {
    await manager.query('delete from department_goal where year = ? and organisation_id = ?', [year, organisationId]);
  }
}
