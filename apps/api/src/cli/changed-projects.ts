import { SimulationChangesQuery } from '../features/rules/index.js';
import { operatorLocale } from './output.js';
import { OPERATOR, type Program } from './with-app.js';

const PAGE = 200;

/** All projects of which something changes by rules that were tried, the worst change first. */
export async function changedProjects(app: Program, simulationId: string) {
  const query = app.get(SimulationChangesQuery);
  const read = (page: number) => query.run(OPERATOR, simulationId, { page, size: PAGE }, operatorLocale());
  const { items, total } = await read(1);
  for (let page = 2; items.length < total; page += 1) {
    const more = (await read(page)).items;
    if (more.length === 0) break;
    items.push(...more);
  }
  return items;
}
