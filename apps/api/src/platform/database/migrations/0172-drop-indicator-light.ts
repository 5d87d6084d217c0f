import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Its rows stand in those of their projects. */
export class DropIndicatorLight1767225600172 implements MigrationInterface {
  readonly name = 'DropIndicatorLight1767225600172';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropTable('indicator_light', true);
  }

  /** Values would be lost; whoever must go back restores the backup made before the upgrade. */
  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} cannot be taken back`));
  }
}
