export { PeopleModule } from './people.module.js';
export { DelegationViews } from './application/delegation-views.js';
export { ManagedPeople } from './application/managed-people.js';
export { deputyAppointed, workHandedOver } from './application/people.events.js';
export { Delegation } from './http/people.dto.js';
export { peopleMessages } from './messages.js';
