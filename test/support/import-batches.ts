import { ENTITIES } from '../../apps/api/src/entities.js';
import type { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';

const NOW = '2023-01-10T00:00:00.000Z';

/** An import as versions refer to it, without any of what really reading a file would store. @returns its id */
export async function addImportBatch(
  uow: UnitOfWork,
  file: string,
  of: Readonly<Record<string, unknown>>,
): Promise<string> {
  const id = newId();
  await uow.run(async (manager) => {
    for (const name of ['ImportUpload', 'ImportBatch']) {
      const entity = ENTITIES.find((one) => one.name === name);
      if (entity === undefined) continue;
      const known: Readonly<Record<string, unknown>> = { ...of, id, uploadId: id, file, status: 'saved' };
      const row: Record<string, unknown> = {};
      for (const column of manager.dataSource.getMetadata(entity).columns) {
        const { propertyName, isNullable } = column;
        row[propertyName] =
          known[propertyName] ??
          (isNullable ? null : blank(propertyName, String(column.type), Boolean(column.transformer)));
      }
      await manager.insert(entity, row);
    }
  });
  return id;
}

function blank(name: string, type: string, converted: boolean): unknown {
  if (type === 'int' || type === 'bigint') return 0;
  if (type === 'boolean') return false;
  if (type === 'text') return converted ? [] : '';
  return name.endsWith('At') ? NOW : 'x';
}
