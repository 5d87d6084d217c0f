import { UnitsToAnalyse } from '../../apps/api/src/features/analysis/persistence/units-to-analyse.query.js';
import { RoundRepository } from '../../apps/api/src/features/reporting/index.js';
import { SaveTargets } from '../../apps/api/src/features/targets/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import type { TestApi, Visitor } from './api.js';
import { lightsAreUp, organisationId } from './county.js';
import { until } from './job-rig.js';
import { contentDraft, indicatorDraft } from './target-drafts.js';

export const WAN = 1_000_000;
export const CODES = { 审判: '13020023P00003910033L', 援助: '13030321EXDHKHBVZCVYN' };
export type ProjectName = keyof typeof CODES;
/** 25/50/80/100 at the ends of March, June, October and December. */
const PLAN = [25, 50, 80, 100].map((percent, place) => ({ month: [3, 6, 10, 12][place] ?? 12, percent }));

/** An indicator that is counted through the year. */
export const count = (name: string, number: number, level2 = '数量指标') =>
  indicatorDraft(name, { rawValue: `≥${number}件`, number, unit: '件', kind: 'cumulative', level2 });

/** Saves a project of so many 万元; of 审判 80 % are fiscal, the money of 援助 is not divided. @returns its id */
export async function saveProject(
  api: TestApi,
  finance: Visitor,
  unit: string,
  year: number,
  name: ProjectName,
  wan: number,
  indicators: ReturnType<typeof count>[],
): Promise<string> {
  const funds =
    name === '审判' ? { fiscalFundsFen: 0.8 * wan * WAN, otherFundsFen: 0.2 * wan * WAN } : { fiscalFundsFen: null };
  const content = contentDraft({ initialBudgetFen: wan * WAN, schedule: PLAN, indicators, ...funds });
  const place = { year, organisationId: await organisationId(finance, unit) };
  const item = { ...place, code: CODES[name], name, content, stored: null };
  const [id = ''] = await api.app
    .get(UnitOfWork, { strict: false })
    .run((manager) =>
      api.app.get(SaveTargets, { strict: false }).run(manager, [item], { actor: 'finance', importBatchId: null }),
    );
  return id;
}

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
