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
export { CarryRectifications } from './application/carry-rectifications.js';
export { NameUnit } from './application/name-unit.js';
export { OpenRectification } from './application/open-rectification.js';
export { OpenSupervision } from './application/open-supervision.js';
export { ProposeMeasure } from './application/propose-measure.js';
export { RectificationFiles } from './application/rectification-files.js';
export { RectificationsQuery } from './application/rectifications.query.js';
export { StepMeasure } from './application/step-measure.js';
export { StepRectification } from './application/step-rectification.js';
export { StepSupervision } from './application/step-supervision.js';
export { Conditions } from './persistence/conditions.js';
export { idPage, type IdPage } from './persistence/id-page.query.js';
