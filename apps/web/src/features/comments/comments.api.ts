import { api, unwrap } from '../../shared/api/client.js';
import type { CommentInput, CommentList } from '../../shared/api/schema.gen.js';

const path = (id: string) => ({ params: { path: { id } } });

export const fetchComments = (projectId: string): Promise<CommentList> =>
  unwrap(api.GET('/api/projects/{id}/comments', path(projectId)));

export const addComment = (projectId: string, body: CommentInput): Promise<CommentList> =>
  unwrap(api.POST('/api/projects/{id}/comments', { ...path(projectId), body }));
