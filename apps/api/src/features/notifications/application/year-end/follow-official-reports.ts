import { excerpt } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../../platform/events/domain-events.js';
import { handsOf } from '../../../../platform/http/access.js';
import { newId } from '../../../../platform/runtime/ids.js';
import { nearestHolders, PeopleDirectory, type RoleHolder } from '../../../identity/index.js';
import { officialReportStepped } from '../../../official-reports/index.js';
import type { NoticeKind } from '../notice-kinds.js';
import { noticeKey, Notify } from '../notify.js';
import { others } from '../others.js';

type Stepped = PayloadOf<typeof officialReportStepped>;

/** What people are told of a step; that it was taken back ends what waited. */
const KINDS: Readonly<Record<Exclude<Stepped['step'], 'withdraw'>, NoticeKind>> = {
  submit: 'official-report-submitted',
  return: 'official-report-returned',
  seal: 'official-report-sealed',
  reopen: 'official-report-reopened',
};

/** Tells who may seal an official report that it waits for them, and who wrote it what became of it. */
@Injectable()
export class FollowOfficialReports implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly people: PeopleDirectory,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(officialReportStepped, (manager, stepped) => this.follow(manager, stepped));
  }

  private async follow(manager: EntityManager, stepped: Stepped): Promise<void> {
    const { step, report, organisation, text } = stepped;
    const { id: subjectId, year, title } = report;
    if (step !== 'submit') await this.notify.settle(manager, [noticeKey(KINDS.submit, year, subjectId)]);
    if (step === 'withdraw') return;
    const { id: organisationId, name: unit } = organisation;
    const notice = {
      kind: KINDS[step],
      recipients: await this.recipients(manager, stepped),
      params: { subjectId, organisationId, unit, title, message: excerpt(text ?? '') },
      about: step === 'submit' ? subjectId : newId(),
    };
    await this.notify.tell(manager, { year }, [notice], 'asNew');
  }

  /** Nobody seals what he wrote himself, unless finance allows it there: then the next ones above are asked. */
  private async recipients(
    manager: EntityManager,
    { step, report, organisation, by }: Stepped,
  ): Promise<readonly RoleHolder[]> {
    const { path, selfApproval } = organisation;
    if (step === 'submit') {
      const hands = selfApproval ? [by.actor] : [...report.writtenBy, ...handsOf(by.actor, by.onBehalfOf)];
      const sealers = await this.people.holders(manager, 'papers.seal');
      return nearestHolders(
        sealers.filter(({ username }) => !hands.includes(username)),
        path,
      );
    }
    const writers = await this.people.holders(manager, 'papers.write');
    const own = writers.filter(({ username }) => report.writtenBy.includes(username));
    return others(own.length > 0 ? own : nearestHolders(writers, path), by.actor);
  }
}
