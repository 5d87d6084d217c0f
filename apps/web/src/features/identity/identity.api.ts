import { api, unwrap } from '../../shared/api/client.js';
import type {
  ApiTokenInput,
  ApiTokenList,
  Me,
  NewApiToken,
  OwnAccount,
  PasswordChangeInput,
  SignInInput,
  SignInMethods,
} from '../../shared/api/schema.gen.js';

export const fetchMe = (): Promise<Me> => unwrap(api.GET('/api/session'));

export const signIn = (body: SignInInput): Promise<Me> => unwrap(api.POST('/api/session', { body }));

export const signOut = async (): Promise<void> => {
  await unwrap(api.DELETE('/api/session'));
};

export const fetchSignInMethods = (): Promise<SignInMethods> => unwrap(api.GET('/api/session/methods'));

export const fetchAccount = (): Promise<OwnAccount> => unwrap(api.GET('/api/session/account'));

export const changePassword = async (body: PasswordChangeInput): Promise<void> => {
  await unwrap(api.PUT('/api/session/password', { body }));
};

export const endOtherSessions = async (): Promise<void> => {
  await unwrap(api.DELETE('/api/session/others'));
};

export const fetchTokens = (): Promise<ApiTokenList> => unwrap(api.GET('/api/tokens'));

export const addToken = (body: ApiTokenInput): Promise<NewApiToken> => unwrap(api.POST('/api/tokens', { body }));

export const revokeToken = async (id: string): Promise<void> => {
  await unwrap(api.DELETE('/api/tokens/{id}', { params: { path: { id } } }));
};
