import { api, unwrap } from '../../shared/api/client.js';
import type { Me, SignInInput } from '../../shared/api/schema.gen.js';

export const fetchMe = (): Promise<Me> => unwrap(api.GET('/api/session'));

export const signIn = (body: SignInInput): Promise<Me> => unwrap(api.POST('/api/session', { body }));

export const signOut = async (): Promise<void> => {
  await unwrap(api.DELETE('/api/session'));
};
