import { api, unwrap } from '../../shared/api/client.js';
import type {
  FiscalYearList,
  JobAccepted,
  PresetList,
  PublishedPack,
  PublishedPackList,
  RuleSimulation,
  RuleSimulationChangePage,
  RuleSimulationList,
  RulesOfRound,
  RulesOfYear,
  SimulationInput,
} from '../../shared/api/schema.gen.js';
import type { PublishInput } from '../../shared/api/schema.gen.js';

export type PublishedVersion = PublishedPackList['items'][number];
export type Preset = PresetList['items'][number];
export type Pack = PublishedVersion['content'];
export type PackInput = PublishInput['content'];
export type SimulationChange = RuleSimulationChangePage['items'][number];
export type FlowPart = keyof RuleSimulation['summary']['flows'];
export type FlowCell = RuleSimulation['summary']['flows'][FlowPart][number];

export const fetchVersions = (): Promise<PublishedPackList> => unwrap(api.GET('/api/rule-packs/versions'));
export const fetchPresets = (): Promise<PresetList> => unwrap(api.GET('/api/rule-packs/presets'));
export const publishPack = (body: PublishInput): Promise<PublishedPack> =>
  unwrap(api.POST('/api/rule-packs', { body }));
export const fetchFiscalYears = (): Promise<FiscalYearList> => unwrap(api.GET('/api/fiscal-years'));

export const chooseForYear = ({ year, ref }: { year: number; ref: string }): Promise<RulesOfYear> =>
  unwrap(api.PUT('/api/fiscal-years/{year}/rule-pack', { params: { path: { year } }, body: { ref } }));

export interface RoundChoice {
  readonly year: number;
  readonly month: number;
  readonly ref: string;
  readonly note: string;
}
export const chooseForRound = ({ year, month, ref, note }: RoundChoice): Promise<RulesOfRound> =>
  unwrap(api.PUT('/api/rounds/{year}/{month}/rule-pack', { params: { path: { year, month } }, body: { ref, note } }));

/** In the background; the result has the id of the job. */
export const simulate = (body: SimulationInput): Promise<JobAccepted> =>
  unwrap(api.POST('/api/rule-simulations', { body }));
export const fetchSimulations = (): Promise<RuleSimulationList> => unwrap(api.GET('/api/rule-simulations'));
export const fetchSimulation = (id: string): Promise<RuleSimulation> =>
  unwrap(api.GET('/api/rule-simulations/{id}', { params: { path: { id } } }));

export const CHANGES_PAGE = 20;
export interface ChangesFilter {
  readonly from?: FlowCell['from'];
  readonly to?: FlowCell['to'];
  readonly page: number;
  readonly size?: number;
}
export const fetchChanges = (id: string, filter: ChangesFilter): Promise<RuleSimulationChangePage> =>
  unwrap(
    api.GET('/api/rule-simulations/{id}/changes', {
      params: { path: { id }, query: { size: CHANGES_PAGE, ...filter } },
    }),
  );
