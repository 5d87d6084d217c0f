export { JobsModule } from './jobs.module.js';
export { jobsMessages } from './messages.js';
export { JobAccepted } from './http/jobs.dto.js';
