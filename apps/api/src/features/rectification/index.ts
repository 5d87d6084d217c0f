export { RectificationModule } from './rectification.module.js';
export { rectificationMessages } from './messages.js';
export {
  measureStepped,
  namingStepped,
  rectificationStepped,
  supervisionStepped,
  type RectificationOccasion,
} from './application/rectification.events.js';
