export { RectificationModule } from './rectification.module.js';
export { rectificationMessages } from './messages.js';
export {
  measureStepped,
  namingStepped,
  rectificationStepped,
  supervisionStepped,
  type RectificationOccasion,
} from './application/rectification.events.js';
export { DueFollowUps, type DueFollowUp } from './application/due-follow-ups.js';
export { FollowUpPlaces } from './persistence/follow-up-places.query.js';
