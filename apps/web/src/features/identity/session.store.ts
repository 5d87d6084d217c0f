import type { Permission } from '@jixiao/domain';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { isCode } from '../../shared/api/problem.js';
import type { Me, SignInInput } from '../../shared/api/schema.gen.js';
import * as identityApi from './identity.api.js';

/** Who is signed in. `unknown` until the server has been asked once. */
export const useSessionStore = defineStore('session', () => {
  const state = ref<'unknown' | 'signedOut' | 'signedIn'>('unknown');
  const me = ref<Me | null>(null);

  /** True where the server ended the session: the person wants to come back to where they were. */
  const expired = ref(false);

  const accept = (signedIn: Me | null): void => {
    me.value = signedIn;
    state.value = signedIn ? 'signedIn' : 'signedOut';
  };

  /** Asks the server once; a server that cannot be reached is an error and not a sign-out. */
  async function load(): Promise<void> {
    if (state.value !== 'unknown') return;
    try {
      accept(await identityApi.fetchMe());
    } catch (error) {
      if (!isCode(error, 'not-signed-in')) throw error;
      accept(null);
    }
  }

  /** Asks again after something about the own account has changed. */
  async function reload(): Promise<void> {
    accept(await identityApi.fetchMe());
  }

  const signIn = async (input: SignInInput): Promise<void> => accept(await identityApi.signIn(input));

  async function signOut(): Promise<void> {
    await identityApi.signOut();
    expired.value = false;
    accept(null);
  }

  /** The server no longer knows the session. */
  function forget(): void {
    expired.value = state.value === 'signedIn';
    accept(null);
  }

  const permissions = computed<ReadonlySet<Permission>>(() => new Set(me.value?.permissions ?? []));
  /** Why a new password is to be chosen before anything else; null where not. */
  const passwordDue = computed(() => me.value?.passwordDue ?? null);
  const can = (permission: Permission): boolean => permissions.value.has(permission);

  return { state, me, permissions, can, passwordDue, expired, load, reload, signIn, signOut, forget };
});
