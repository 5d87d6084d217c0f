import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';
import { Outbox } from './outbox.js';

/** Jobs that wait at a time for one channel: others' work has to get its turn. */
const MOST_WAITING = 100;

/** Makes jobs of what is due: held back by quiet hours, to be tried again, or too much at once; and gives up what is too old. */
@Injectable()
export class SendDue {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly channels: ChannelRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** May run as often as one likes, by any number of processes, and after any downtime. */
  async run(): Promise<void> {
    const now = this.clock.now();
    await this.giveUpLate(now);
    const channels = await this.channels.active(this.uow.reader);
    for (const { id, failures, retryAt } of channels) {
      if (retryAt !== null && retryAt > now) continue;
      const most = failures > 0 ? 1 : MOST_WAITING;
      const due = await this.deliveries.dueWithoutJob(this.uow.reader, id, now, most);
      if (due.length === 0) continue;
      await this.uow.run(async (manager) => {
        for (const deliveryId of due) await this.outbox.send(manager, deliveryId);
      });
    }
  }

  private async giveUpLate(now: string): Promise<void> {
    if (!(await this.deliveries.hasLate(this.uow.reader, now))) return;
    await this.uow.run((manager) => this.deliveries.giveUpLate(manager, now));
  }
}
