export { PeopleModule } from './people.module.js';
export { peopleMessages } from './messages.js';
