import { api, unwrap } from '../../shared/api/client.js';
import type {
  EvaluationRuleVersionList,
  PublishedEvaluationRules,
  PublishEvaluationRulesInput,
} from '../../shared/api/schema.gen.js';

export type EvaluationRulesContent = EvaluationRuleVersionList['items'][number]['content'];

export const fetchVersions = (): Promise<EvaluationRuleVersionList> => unwrap(api.GET('/api/evaluation-rules'));
export const publishRules = (body: PublishEvaluationRulesInput): Promise<PublishedEvaluationRules> =>
  unwrap(api.POST('/api/evaluation-rules', { body }));
