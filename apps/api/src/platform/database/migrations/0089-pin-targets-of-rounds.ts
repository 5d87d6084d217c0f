import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pins the rounds that there are: to the version that their lights were judged by, and where an open round has no lights
 * yet, to the one in force. A project that a locked round did not judge is no part of it.
 */
export class PinTargetsOfRounds1767225600089 implements MigrationInterface {
  readonly name = 'PinTargetsOfRounds1767225600089';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into round_target (round_id, project_id, version)
      select r.id, p.id, coalesce(l.target_version, p.current_version)
      from monitoring_round r join project p on p.year = r.year
      left join project_light l on l.round_id = r.id and l.project_id = p.id
      where (r.status = 'open' or l.id is not null)
        and not exists (select 1 from round_target t where t.round_id = r.id and t.project_id = p.id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from round_target');
  }
}
