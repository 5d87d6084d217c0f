import { DEFAULT_ALERT_RULES } from '@jixiao/domain';
import { PublishAlertRulesInput } from '../../apps/api/src/features/alert-rules/http/alert-rules.dto.js';
import { PublishAlertRules } from '../../apps/api/src/features/alert-rules/index.js';
import { Notify, type Notice } from '../../apps/api/src/features/notifications/application/notify.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { actingWith } from '../../apps/api/src/platform/http/access.js';
import type { TestApi } from './api.js';

/** Tells people something about the targets of a year, as any slice does. */
export const tell = (api: Pick<TestApi, 'app'>, ...notices: readonly Notice[]): Promise<void> =>
  api.app
    .get(UnitOfWork, { strict: false })
    .run((manager) => api.app.get(Notify, { strict: false }).tell(manager, { year: 2026 }, notices, 'asNew'));

/** That so many projects of a unit wait for approval. */
export const waitingTargets = (userIds: readonly string[], organisationId: string, projects: number): Notice => ({
  kind: 'targets-approve',
  recipients: userIds.map((userId) => ({ userId })),
  params: { unit: '法院', organisationId, projects },
  about: `${organisationId}:${projects}`,
});

/** Tests run at any time of the day, and the rules that come with the program have a night. */
export async function withoutQuietHours({ app }: Pick<TestApi, 'app'>): Promise<void> {
  const manager = actingWith('rules.manage', { actor: 'system', onBehalfOf: null });
  const content = PublishAlertRulesInput.shape.content.parse({ ...DEFAULT_ALERT_RULES, quietHours: null });
  const publish = { content, basedOn: 'alert-rules@1', note: '测试不分昼夜' };
  await app.get(PublishAlertRules, { strict: false }).run(manager, publish);
}
