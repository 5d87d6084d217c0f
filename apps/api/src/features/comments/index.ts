export { CommentsModule } from './comments.module.js';
export { commentsMessages } from './messages.js';
export { CommentRepository } from './persistence/comment.repository.js';
