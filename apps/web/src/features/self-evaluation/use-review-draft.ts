import { computed, ref, watch, type Ref } from 'vue';
import type { EvaluationDetail } from '../../shared/api/schema.gen.js';
import { givenPoints, liveScores } from './live-scores.js';
import { readReview, reviewFormOf } from './review-form.js';

/** Points that a reviewer gives in the place of the unit's, scored as they are typed; sent with the step. */
export function useReviewDraft(detail: Ref<EvaluationDetail>, locale: Ref<'zh' | 'en'>) {
  /** The level that the reader may give points on now; null where none. */
  const level = computed(() => {
    if (detail.value.may.includes('accept')) return 'finance' as const;
    return detail.value.may.includes('review') ? ('department' as const) : null;
  });
  const below = computed(() => (level.value === 'finance' ? givenPoints(detail.value.scores.department) : {}));
  const form = ref(reviewFormOf(detail.value.leaves, below.value));
  watch(
    () => `${detail.value.id} ${detail.value.version} ${level.value}`,
    () => (form.value = reviewFormOf(detail.value.leaves, below.value)),
  );
  const read = computed(() => readReview(form.value, detail.value.leaves, below.value));
  const scores = computed(() =>
    level.value === null ? null : liveScores(detail.value, detail.value, read.value.points, locale.value),
  );
  const isChanged = computed(() => level.value !== null && Object.keys(read.value.given).length > 0);
  return { level, form, read, scores, isChanged };
}
export type ReviewDraft = ReturnType<typeof useReviewDraft>;
