import { api, unwrap } from '../../shared/api/client.js';
import type {
  Channel,
  ChannelChanges,
  ChannelPage,
  Delivery,
  DeliveryDetail,
  DeliveryPage,
  DeliveryRetryInput,
  DeliveryRetryResult,
  NewChannelInput,
  NotificationPreference,
  NotificationPreferenceInput,
} from '../../shared/api/schema.gen.js';

export interface DeliveryFilter {
  readonly channelId?: string;
  readonly state?: Delivery['state'];
  readonly purpose?: Delivery['purpose'];
  readonly search?: string;
  readonly page: number;
  readonly size: number;
}

const at = (id: string) => ({ params: { path: { id } } });
/** Few: a county has some robots and one mail server. */
const MOST = 200;

export const fetchChannels = (): Promise<ChannelPage> =>
  unwrap(api.GET('/api/channels', { params: { query: { page: 1, size: MOST } } }));

export const addChannel = (body: NewChannelInput): Promise<Channel> => unwrap(api.POST('/api/channels', { body }));

export const changeChannel = (id: string, body: ChannelChanges): Promise<Channel> =>
  unwrap(api.PUT('/api/channels/{id}', { ...at(id), body }));

export const removeChannel = async ({ id, version }: Pick<Channel, 'id' | 'version'>): Promise<void> => {
  await unwrap(api.DELETE('/api/channels/{id}', { params: { path: { id }, query: { version } } }));
};

/** @param address where a test e-mail goes; empty for the own address, and for what is no e-mail */
export const testChannel = (id: string, address: string): Promise<DeliveryDetail> =>
  unwrap(api.POST('/api/channels/{id}/test', { ...at(id), body: address === '' ? {} : { address } }));

export const fetchDeliveries = (query: DeliveryFilter): Promise<DeliveryPage> =>
  unwrap(api.GET('/api/deliveries', { params: { query: { ...query } } }));

export const fetchDelivery = (id: string): Promise<DeliveryDetail> => unwrap(api.GET('/api/deliveries/{id}', at(id)));

export const retryDeliveries = (body: DeliveryRetryInput): Promise<DeliveryRetryResult> =>
  unwrap(api.POST('/api/deliveries/retry', { body }));

export const fetchPreference = (): Promise<NotificationPreference> =>
  unwrap(api.GET('/api/me/notification-preferences'));

export const savePreference = (body: NotificationPreferenceInput): Promise<NotificationPreference> =>
  unwrap(api.PUT('/api/me/notification-preferences', { body }));
