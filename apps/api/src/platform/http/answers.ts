import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z, type ZodType } from 'zod';

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

/** The route answers small work with its result and 200, and large work with what is to be waited for and 202. */
export const AnswersNowOrLater = (now: ZodType, later: ZodType): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 200, standardSchema: now, description: 'Done' }),
    ApiResponse({ status: 202, standardSchema: later, description: 'Begun' }),
    SerializeOptions({ schema: z.union([now, later]) }),
  );

/** The route answers 204 without a body. */
export const AnswersNothing = (): MethodDecorator =>
  applyDecorators(HttpCode(204), ApiResponse({ status: 204, description: 'Done' }));
