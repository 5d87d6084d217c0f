import { exact, roundHalfAway, sentenceTarget, type IndicatorTarget } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import { LinkProject, SaveGoalResult, UnitGoalsQuery, type GoalsOfUnit } from '../../department-goals/index.js';
import type { DemoMonth, DemoYear } from '../county/demo-types.js';
import { GOAL_PROJECTS, GOAL_STORIES, type GoalStory } from '../county/goals.js';
import { UNITS } from '../county/people.js';
import { DemoPeople } from './demo-people.js';

/** Real figures are a little better than what was promised: so many parts of the way to all there is. */
const BETTER = 0.3;
const MOST_BETTER = 1.15;
/** A ceiling is kept with this much of it. */
const BELOW_CEILING = 0.8;

type Sentence = GoalsOfUnit['goals'][number]['indicators'][number];

/** What the units report of their department goals, round by round, and the projects that serve them. */
@Injectable()
export class DemoGoals {
  constructor(
    private readonly people: DemoPeople,
    private readonly goals: UnitGoalsQuery,
    private readonly results: SaveGoalResult,
    private readonly links: LinkProject,
  ) {}

  /** Does what is still missing of an open round: it may have been interrupted anywhere. */
  async run(year: DemoYear, month: DemoMonth): Promise<void> {
    for (const { code } of UNITS) {
      const clerk = await this.people.clerkOf(code);
      const { id: organisationId } = await this.people.organisation(code);
      const unit = await this.goals.run(clerk, { year, month, organisationId }, 'zh');
      await this.link(clerk, unit, GOAL_PROJECTS[code] ?? {});
      for (const sentence of unit.goals.flatMap(({ indicators }) => indicators)) {
        await this.report(clerk, unit, sentence, month, year);
      }
    }
  }

  private async link(
    clerk: CurrentUser,
    { year, organisationId, goals, linkable }: GoalsOfUnit,
    projectsOf: Readonly<Record<string, readonly string[]>>,
  ): Promise<void> {
    for (const { key: goalKey, title, projects } of goals) {
      const linked = new Set(projects.map(({ name }) => name));
      const wanted = (projectsOf[title] ?? []).filter((name) => !linked.has(name));
      for (const { projectId } of linkable.filter(({ name }) => wanted.includes(name))) {
        await this.links.link(clerk, { year, organisationId, goalKey, projectId });
      }
    }
  }

  private async report(
    clerk: CurrentUser,
    { organisationId }: GoalsOfUnit,
    { key: sentenceKey, sentence, version }: Sentence,
    month: DemoMonth,
    year: DemoYear,
  ): Promise<void> {
    const target = sentenceTarget(sentence, year);
    const story = storyOf(sentence, year, month);
    const value = figureOf(target, month, story?.share ?? 1);
    if (version > 0 || value === null || story?.share === null) return;
    const reasons = [...(story?.reasons ?? [])];
    const input = { version, value, reasons, reasonNote: story?.note ?? null };
    await this.results.run(clerk, { year, month, organisationId, sentenceKey }, input);
  }
}

const storyOf = (sentence: string, year: DemoYear, month: DemoMonth): GoalStory | undefined =>
  GOAL_STORIES.find(
    (story) => sentence.startsWith(story.sentence) && story.year === year && story.months.includes(month),
  );

/** What a unit that works as planned reports at the end of a month; null where nothing is asked yet. */
function figureOf({ kind, number, unit, direction }: IndicatorTarget, month: DemoMonth, share: number): number | null {
  if (number === null) return null;
  if (kind === 'yearEnd' && month < 12) return null;
  const places = unit === '%' || unit === '万元' ? 1 : 0;
  const figure = (value: number): number => roundHalfAway(exact((value * share).toFixed(6)), places);
  if (direction === 'atMost') return figure(number * BELOW_CEILING);
  const whole = unit === '%' ? Math.min(number + (100 - number) * BETTER, number * MOST_BETTER) : number * 1.02;
  return figure(kind === 'level' || kind === 'yearEnd' ? whole : (whole * month) / 12);
}
