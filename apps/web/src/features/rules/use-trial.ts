import { useTrialOf } from '../../shared/api/use-trial-of.js';
import { fetchSimulation, fetchSimulations, simulate } from './rules.api.js';

/** Trying rules on a round (R50). */
export const useTrial = () =>
  useTrialOf({ key: 'rules', begin: simulate, fetchOne: fetchSimulation, fetchList: fetchSimulations });
export type Trial = ReturnType<typeof useTrial>;
