import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CreateSignInFailure1767225600063 } from './0063-create-sign-in-failure.js';

/** Makes room for the same table with another key. Locks last minutes: those of the moment are not taken along. */
export class DropSignInFailure1767225600110 implements MigrationInterface {
  readonly name = 'DropSignInFailure1767225600110';

  up(runner: QueryRunner): Promise<void> {
    // After a crash between MySQL's commit and the note that the step is done, the table is gone.
    return runner.dropTable('sign_in_failure', true);
  }

  down(runner: QueryRunner): Promise<void> {
    return new CreateSignInFailure1767225600063().up(runner);
  }
}
