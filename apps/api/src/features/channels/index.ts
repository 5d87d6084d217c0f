export { ChannelsModule } from './channels.module.js';
export { channelsMessages } from './messages.js';
