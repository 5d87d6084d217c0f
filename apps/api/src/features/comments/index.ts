export { CommentsModule } from './comments.module.js';
export { commentsMessages } from './messages.js';
