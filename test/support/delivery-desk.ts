import { expect } from '@jest/globals';
import { SendDue } from '../../apps/api/src/features/channels/application/send-due.js';
import type { DeliveryDetail, DeliveryPage } from '../../apps/api/src/features/channels/http/deliveries.dto.js';
import { Channel } from '../../apps/api/src/features/channels/persistence/channel.entity.js';
import { Delivery } from '../../apps/api/src/features/channels/persistence/delivery.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import type { TestApi, Visitor } from './api.js';
import { until } from './job-rig.js';

/** What an administrator sees of the messages that were sent, and how a test makes their time pass. */
export class DeliveryDesk {
  constructor(
    private readonly api: TestApi,
    private readonly admin: Visitor,
  ) {}

  async log(query: string): Promise<DeliveryPage> {
    return (await this.admin.get<DeliveryPage>(`/deliveries?${query}`)).body;
  }

  async one(id: string): Promise<DeliveryDetail> {
    return (await this.admin.get<DeliveryDetail>(`/deliveries/${id}`)).body;
  }

  /** @returns it once a try of it has ended */
  async settled(id: string): Promise<DeliveryDetail> {
    await until(async () => (await this.one(id)).log.some(({ outcome }) => outcome !== 'begun'), `${id} is tried`);
    return this.one(id);
  }

  look(): Promise<void> {
    return this.api.app.get(SendDue, { strict: false }).run();
  }

  /** As if the next try were due, whatever was wrong with the channel. */
  async makeDue(where: object): Promise<void> {
    await this.api.app.get(UnitOfWork, { strict: false }).run(async (manager) => {
      await manager.update(Delivery, where, { dueAt: this.api.app.get(Clock, { strict: false }).now() });
      await manager.createQueryBuilder().update(Channel).set({ retryAt: null }).execute();
    });
  }

  /** How somebody wants to be told. */
  async prefer(name: string, choice: object): Promise<void> {
    const visitor = await this.api.as(name);
    const path = '/me/notification-preferences';
    const { version } = (await visitor.get<{ version: number }>(path)).body;
    expect((await visitor.put(path, { ...choice, version })).status).toBe(200);
  }
}
