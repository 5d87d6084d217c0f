import { ENTITIES } from '../../apps/api/src/entities.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import type { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { migratedConfig, type FreshConfig, type TestBackend } from '../support/services.js';

const NOW = '2023-07-01T00:00:00.000Z';

/** An open, empty database of its own. */
export interface DatabaseFixture {
  readonly database: Database;
  readonly uow: UnitOfWork;
  readonly fresh: FreshConfig;
  /** Errors of effects after a commit. */
  readonly reported: unknown[];
  close(): Promise<void>;
}

export async function openFixture(backend: TestBackend): Promise<DatabaseFixture> {
  const fresh = await migratedConfig(backend);
  const reported: unknown[] = [];
  const database = await openDatabase(fresh.config.database, ENTITIES, (error) => reported.push(error));
  return {
    database,
    uow: database.unitOfWork,
    fresh,
    reported,
    close: async () => {
      await database.close();
      await fresh.cleanup();
    },
  };
}

export const organisation = (changes: Partial<Organisation> = {}): Organisation => {
  const id = newId();
  const named = { code: id.slice(-12), name: '法院', kind: 'unit' as const, parentId: null, path: `/${id}/` };
  return { id, ...named, selfApproval: false, active: true, ...changes };
};

export const fiscalYear = (year: number): FiscalYear => ({ year, status: 'open', createdAt: NOW, rulePackRef: null });

export const project = (organisationId: string, changes: Partial<Project> = {}): Project => {
  const id = newId();
  return {
    id,
    year: 2023,
    organisationId,
    code: id.slice(-20),
    name: `项目 ${id}`,
    key: false,
    transferLevel: null,
    personnel: false,
    startMonth: 1,
    continuesProjectId: null,
    currentVersion: 1,
    createdAt: NOW,
    updatedAt: NOW,
    ...changes,
  };
};

/** A promise that another part of a test resolves: two transactions are brought into step with it. */
export function signal(): { readonly reached: Promise<void>; readonly reach: () => void } {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  return { reached, reach };
}
