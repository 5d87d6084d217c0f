import { Injectable } from '@nestjs/common';
import { BeginDelivery } from './begin-delivery.js';
import { ComposeMessage } from './compose-message.js';
import { EndDelivery } from './end-delivery.js';
import { SendMessage } from './send-message.js';

/**
 * One try to send one message: noted, sent, noted. A process that dies before the second note leaves a try that is begun,
 * and the message is sent again with the same id; one that dies at any other moment costs time only.
 */
@Injectable()
export class Deliver {
  constructor(
    private readonly begin: BeginDelivery,
    private readonly compose: ComposeMessage,
    private readonly send: SendMessage,
    private readonly end: EndDelivery,
  ) {}

  async run(deliveryId: string): Promise<void> {
    const begun = await this.begin.run(deliveryId);
    if (begun === null) return;
    const { delivery, channel, messages } = begun;
    const message = this.compose.run(delivery, messages);
    await this.end.run(begun, await this.send.run(channel, message, delivery.address));
  }
}
