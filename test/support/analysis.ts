import { UnitsToAnalyse } from '../../apps/api/src/features/analysis/persistence/units-to-analyse.query.js';
import { RoundRepository } from '../../apps/api/src/features/reporting/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import type { TestApi } from './api.js';
import { lightsAreUp } from './county.js';
import { until } from './job-rig.js';

/** Until the lights of a year and what is analysed of them are up with everything stored. */
export async function analysisIsUp(api: TestApi, year: number): Promise<void> {
  await lightsAreUp(api, year);
  const { reader } = api.app.get(UnitOfWork, { strict: false });
  const [rounds, units] = [
    api.app.get(RoundRepository, { strict: false }),
    api.app.get(UnitsToAnalyse, { strict: false }),
  ];
  const isUp = async (): Promise<boolean> => {
    for (const { id } of await rounds.list(reader, year)) if (await units.isUnderWay(reader, id)) return false;
    return true;
  };
  await until(isUp, `the analysis of ${year} is up`, 20_000);
}
