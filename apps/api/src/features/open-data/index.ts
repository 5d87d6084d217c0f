export { OpenDataModule } from './open-data.module.js';
export { openDataMessages } from './messages.js';
