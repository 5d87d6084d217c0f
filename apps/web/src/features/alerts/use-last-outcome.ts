import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Outcome } from './alert-steps.js';

/** What has just been done, in a sentence, until the reader closes it or does the next thing. What was refused is told where it was asked for. */
export function useLastOutcome() {
  const { t } = useI18n();
  const done = ref('');
  function tell(outcome: Outcome | null): void {
    done.value =
      outcome === null || outcome.done === 0
        ? ''
        : t(`alert.done.${keyOf(outcome.step)}`, { n: outcome.done }, outcome.done);
  }
  return { done, tell };
}

const keyOf = (step: Outcome['step']): string => (step.action === 'decideSuspension' ? step.decision : step.action);
