import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE } from './access.js';

/** Refuses to start where a route does not say who may use it: a forgotten rule is found by its author, not by others. */
@Injectable()
export class AccessRulesCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error naming each route without `@Allow(…)` or `@Public()` */
  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => this.routesWithoutRule(metatype));
    if (open.length > 0) throw new Error(`Routes without @Allow() or @Public(): ${open.join(', ')}`);
  }

  private routesWithoutRule(controller: unknown): string[] {
    if (typeof controller !== 'function') return [];
    const prototype = controller.prototype as Record<string, () => unknown>;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => {
        const method = prototype[name];
        if (method === undefined || Reflect.getMetadata(METHOD_METADATA, method) === undefined) return false;
        return this.reflector.getAllAndOverride<unknown>(ACCESS_RULE, [method, controller]) === undefined;
      })
      .map((name) => `${controller.name}.${name}`);
  }
}
