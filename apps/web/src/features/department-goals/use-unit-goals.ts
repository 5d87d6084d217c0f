import { lastDayOf, type Direction } from '@jixiao/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, type Ref, shallowReactive, watch } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import type { GoalSentence, GoalsOfUnit } from '../../shared/api/schema.gen.js';
import { useDates } from '../../shared/format/use-dates.js';
import {
  decideDirection,
  fetchUnitGoals,
  linkProject,
  saveGoalResult,
  unlinkProject,
  type GoalsPlace,
} from './department-goals.api.js';
import { createResultDraft, type ResultDraft } from './result-draft.js';

export interface Link {
  readonly goalKey: string;
  readonly projectId: string;
}

/** What finance decides on a sentence. */
export interface DirectionDecision {
  readonly sentenceKey: string;
  readonly direction: Direction;
}

/** The goals of one unit in a round, what is being typed into them, and their links. @param place null where no unit is chosen */
export function useUnitGoals(place: Readonly<Ref<GoalsPlace | null>>) {
  const queries = useQueryClient();
  const { locale } = useDates();
  const key = computed(() => ['lights', 'department-goals', 'unit', place.value, locale.value] as const);
  const query = useQuery({
    queryKey: key,
    queryFn: () => fetchUnitGoals(place.value ?? nowhere()),
    enabled: computed(() => place.value !== null),
  });
  const unit = computed(() => query.data.value ?? null);

  /** By the key of the sentence; those of another unit or round are let go of. */
  const drafts = shallowReactive(new Map<string, ResultDraft>());
  const nameOf = ({ year, month, organisationId }: GoalsPlace): string => `${year} ${month} ${organisationId}`;
  let shown = '';

  function draftOf(at: GoalsPlace, sentence: GoalSentence): ResultDraft {
    const context = {
      lastDay: lastDayOf(at),
      locale: () => locale.value,
      save: async (sentenceKey: string, input: Parameters<typeof saveGoalResult>[2]) => {
        const latest = await saveGoalResult(at, sentenceKey, input);
        if (nameOf(at) === shown) queries.setQueryData(key.value, latest);
        return sentenceIn(latest, sentenceKey) ?? sentence;
      },
      reread: () => query.refetch(),
    };
    return createResultDraft(context, sentence);
  }

  /** Puts what was read under what is being typed. */
  function meet(latest: GoalsOfUnit): void {
    if (nameOf(latest) !== shown) {
      for (const draft of drafts.values()) void draft.flush();
      drafts.clear();
      shown = nameOf(latest);
    }
    for (const sentence of latest.goals.flatMap(({ indicators }) => indicators)) {
      const draft = drafts.get(sentence.key);
      if (draft) draft.meet(sentence);
      else drafts.set(sentence.key, draftOf(placeOf(latest), sentence));
    }
  }
  watch(unit, (latest) => latest && meet(latest), { immediate: true });

  const unsaved = (): ResultDraft[] => [...drafts.values()].filter(({ isUnsaved }) => isUnsaved.value);
  const warn = (event: BeforeUnloadEvent): void => {
    if (unsaved().length > 0) event.preventDefault();
  };
  globalThis.addEventListener('beforeunload', warn);
  onScopeDispose(() => globalThis.removeEventListener('beforeunload', warn));
  onBeforeRouteLeave(async () => {
    await Promise.all(unsaved().map((draft) => draft.flush()));
  });

  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['lights', 'department-goals'] });
  const link = useMutation({
    mutationFn: ({ goalKey, projectId }: Link) => linkProject(place.value ?? nowhere(), goalKey, projectId),
    onSuccess: refresh,
  });
  const unlink = useMutation({
    mutationFn: ({ goalKey, projectId }: Link) => unlinkProject(place.value ?? nowhere(), goalKey, projectId),
    onSuccess: refresh,
  });
  const decide = useMutation({
    mutationFn: ({ sentenceKey, direction }: DirectionDecision) =>
      decideDirection(place.value ?? nowhere(), sentenceKey, { direction }),
    onSuccess: refresh,
  });

  return { query, unit, drafts, link, unlink, decide };
}

const placeOf = ({ year, month, organisationId }: GoalsPlace): GoalsPlace => ({ year, month, organisationId });

const sentenceIn = ({ goals }: GoalsOfUnit, key: string): GoalSentence | undefined =>
  goals.flatMap(({ indicators }) => indicators).find((sentence) => sentence.key === key);

function nowhere(): never {
  throw new Error('No unit is chosen');
}
