import { Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';

/** What every module may need of the present. */
@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class RuntimeModule {}
