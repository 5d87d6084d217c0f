import { failStart } from './fail-start.js';
import { serve } from './serve.js';

// Importing this file starts the server and waits until it listens.
await serve().catch(failStart);
