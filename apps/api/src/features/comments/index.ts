export { CommentsModule } from './comments.module.js';
export { commentsMessages } from './messages.js';
export { CommentRepository } from './persistence/comment.repository.js';
export { AddComment } from './application/add-comment.js';
export { CommentsQuery } from './application/comments.query.js';
