import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexOf } from './create-table.js';

/**
 * A migration that adds one index, and drops the one that it takes the place of. It leaves the rows where they are, and after a
 * crash does what is missing.
 */
export abstract class AddIndex implements MigrationInterface {
  abstract readonly name: string;
  protected abstract readonly table: string;
  protected abstract readonly index: { readonly name: string; readonly columns: readonly string[] };
  protected readonly replaced: string | null = null;

  async up(runner: QueryRunner): Promise<void> {
    const held = (await runner.getTable(this.table))?.indices.map(({ name }) => name) ?? [];
    const { name, columns } = this.index;
    if (!held.includes(name)) await runner.createIndex(this.table, indexOf(name, columns, false));
    if (this.replaced !== null && held.includes(this.replaced)) await runner.dropIndex(this.table, this.replaced);
  }

  /** Whoever must go back restores the backup made before the upgrade. */
  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} cannot be taken back`));
  }
}
