import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placeholders } from '../placeholders.js';

/** Projects per step: with their indicators some megabytes, far below what a statement takes. */
const CHUNK = 200;

interface IndicatorLight {
  readonly lightId: string;
  readonly assessment: string;
  readonly inputs: string;
}

/** Puts the lights of the indicators into the rows of their projects, as they are. May run again after a crash. */
export class MoveIndicatorLights1767225600171 implements MigrationInterface {
  readonly name = 'MoveIndicatorLights1767225600171';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('indicator_light'))) return;
    const nextIds = `select id as id from project_light where id > ? order by id limit ${CHUNK}`;
    for (let last = ''; ;) {
      const lights = await runner.manager.query<{ id: string }[]>(nextIds, [last]);
      if (lights.length === 0) return;
      await moveOf(
        runner,
        lights.map(({ id }) => id),
      );
      last = lights.at(-1)?.id ?? last;
    }
  }

  /** What came later would be lost; whoever must go back restores the backup made before the upgrade. */
  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} cannot be taken back`));
  }
}

async function moveOf(runner: QueryRunner, lightIds: readonly string[]): Promise<void> {
  // Ids are made in order of creation, so the indicators come in the order in which they were judged.
  const rows = await runner.manager.query<IndicatorLight[]>(
    `select project_light_id as lightId, assessment as assessment, inputs as inputs from indicator_light
     where project_light_id in (${placeholders(lightIds.length)}) order by id`,
    [...lightIds],
  );
  const texts = new Map<string, string[]>();
  for (const { lightId, assessment, inputs } of rows) {
    const text = `{"assessment":${assessment},"inputs":${inputs}}`;
    const own = texts.get(lightId);
    if (own) own.push(text);
    else texts.set(lightId, [text]);
  }
  if (texts.size === 0) return;
  const cases = [...texts].map(() => 'when ? then ?').join(' ');
  const values = [...texts].flatMap(([id, own]) => [id, `[${own.join(',')}]`]);
  await runner.query(
    `update project_light set indicators = case id ${cases} end where id in (${placeholders(texts.size)})`,
    [...values, ...texts.keys()],
  );
}
