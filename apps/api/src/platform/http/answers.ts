import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { ZodType } from 'zod';

/**
 * What a route answers: the status, the schema in the OpenAPI document, and the check of every answer against it.
 * Fields that the schema does not name never leave the program.
 */
export const Answers = (schema: ZodType, status = 200): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    ApiResponse({ status, standardSchema: schema, description: 'Done' }),
    SerializeOptions({ schema }),
  );

/** The route answers 204 without a body. */
export const AnswersNothing = (): MethodDecorator =>
  applyDecorators(HttpCode(204), ApiResponse({ status: 204, description: 'Done' }));
