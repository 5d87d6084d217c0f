export { DemoModule } from './demo.module.js';
export { demoMessages } from './messages.js';
export { LoadDemonstration, type Demonstration } from './application/load-demonstration.js';
