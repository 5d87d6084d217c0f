import { useMutation, useQueryClient } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useErrorMessage } from '../../shared/api/use-error-message.js';
import type { PersonChanges } from '../../shared/api/schema.gen.js';
import { notify } from '../../shared/ui/notify.js';
import { changePerson, endSessions, resetPassword, unlockPerson } from './people.api.js';

/** What an administrator does with one account; what is shown of people is read again afterwards. */
export function usePersonActions(id: Readonly<Ref<string>>) {
  const { t } = useI18n();
  const queries = useQueryClient();
  const messageOf = useErrorMessage();
  const refresh = async (): Promise<void> => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['people'] }),
      queries.invalidateQueries({ queryKey: ['person'] }),
    ]);
  };
  const onError = (failure: unknown): void => notify('error', messageOf(failure));
  const told = (key: string) => async (): Promise<void> => {
    notify('success', t(key));
    await refresh();
  };
  return {
    /** Its refusal is for the page to show: it says what to do instead. */
    change: useMutation({ mutationFn: (body: PersonChanges) => changePerson(id.value, body), onSuccess: refresh }),
    reset: useMutation({ mutationFn: () => resetPassword(id.value), onSuccess: refresh, onError }),
    unlock: useMutation({ mutationFn: () => unlockPerson(id.value), onSuccess: told('person.unlocked'), onError }),
    endAll: useMutation({ mutationFn: () => endSessions(id.value), onSuccess: told('person.sessionsEnded'), onError }),
  };
}
