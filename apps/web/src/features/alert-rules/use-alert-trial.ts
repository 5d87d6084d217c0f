import { useTrialOf } from '../../shared/api/use-trial-of.js';
import { fetchTrial, fetchTrials, tryRules } from './alert-rules.api.js';

/** Trying alert rules on past rounds. */
export const useAlertTrial = () =>
  useTrialOf({ key: 'alert-rules', begin: tryRules, fetchOne: fetchTrial, fetchList: fetchTrials });
export type AlertTrialInUse = ReturnType<typeof useAlertTrial>;
