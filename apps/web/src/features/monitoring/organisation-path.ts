import type { Organisation } from '../../shared/api/schema.gen.js';

/** From the department down to the organisation itself; the finance bureau, which is above all, is left out. */
export function pathTo(organisations: readonly Organisation[], id: string): Organisation[] {
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const path: Organisation[] = [];
  for (let at = byId.get(id); at && !path.includes(at); at = at.parentId === null ? undefined : byId.get(at.parentId))
    path.unshift(at);
  return path.filter(({ kind }) => kind !== 'financeBureau');
}
