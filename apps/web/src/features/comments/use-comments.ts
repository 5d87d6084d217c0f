import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import type { CommentInput, CommentList } from '../../shared/api/schema.gen.js';
import { addComment, fetchComments } from './comments.api.js';

export type LeaderComment = CommentList['items'][number];

/** What leaders wrote to a project and to its indicators, newest first. Read once, wherever it is shown on a page. */
export function useComments(projectId: () => string) {
  const queries = useQueryClient();
  const key = computed(() => ['comments', projectId()] as const);
  const comments = useQuery({ queryKey: key, queryFn: () => fetchComments(projectId()) });
  const add = useMutation({
    mutationFn: (input: CommentInput) => addComment(projectId(), input),
    onSuccess: (list) => {
      queries.setQueryData(key.value, list);
      void queries.invalidateQueries({ queryKey: ['lights'] });
    },
  });
  return { comments, add };
}
