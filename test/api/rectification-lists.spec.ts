import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  OwnerList,
  RectificationPage,
  RectificationSummary,
} from '../../apps/api/src/features/rectification/http/rectifications.dto.js';
import { BEHIND_FEN, done, FollowUpCounty, type Follower } from '../support/follow-up-county.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2030;

describeBackends('Lists of rectifications', (backend) => {
  let county: FollowUpCounty;
  let late: string;
  let handed: string;
  let whole: string;

  beforeAll(async () => {
    county = await FollowUpCounty.open(backend);
    const project = await county.project(YEAR, '道路养护');
    const other = await county.project(YEAR, '桥梁加固');
    await county.openRound(YEAR, 6);
    await county.report(YEAR, 6, project, BEHIND_FEN);
    late = (await done(county.rectify('finance', { projectId: project, deadline: '2020-01-31' }))).id;
    handed = await county.handedIn(other);
    const found = { organisationId: county.unit, finding: '内控制度缺失', source: 'selfEvaluation' as const };
    whole = (await done(county.rectify('department', found))).id;
  });
  afterAll(() => county.close());

  const list = async (query = '', who: Follower = 'finance'): Promise<readonly string[]> =>
    (await done(county.people[who].get<RectificationPage>(`/rectifications?${query}`))).items.map(({ id }) => id);

  it('have the nearest deadline first and what has none last, by pages', async () => {
    expect(await list()).toEqual([late, handed, whole]);
    expect(await list('sort=newest')).toEqual([whole, handed, late]);
    const { body } = await county.people.finance.get<RectificationPage>('/rectifications?size=2&page=2');
    expect([body.total, body.items.map(({ id }) => id)]).toEqual([3, [whole]]);
    expect(body.items[0]).toMatchObject({ project: null, organisationName: '法院', due: 'none', files: 0 });
  });

  it('are filtered by state, source, year, delay and words', async () => {
    expect(await list('state=submitted')).toEqual([handed]);
    expect(await list('state=open')).toHaveLength(3);
    expect(await list('state=over')).toEqual([]);
    expect(await list('source=selfEvaluation')).toEqual([whole]);
    expect(await list(`year=${YEAR}`)).toEqual([late, handed]);
    expect(await list('overdue=true')).toEqual([late]);
    expect(await list(`q=${encodeURIComponent('桥梁')}`)).toEqual([handed]);
    expect(await list(`q=${encodeURIComponent('内控')}`)).toEqual([whole]);
    expect(await list('carriedOver=true')).toEqual([]);
  });

  it('tell what waits for the reader, and nothing of other units', async () => {
    expect(await list('mine=true', 'department')).toEqual([handed]);
    expect(await list('mine=true', 'clerk')).toEqual([late, whole]);
    expect(await list('', 'stranger')).toEqual([]);
    expect((await county.people.stranger.get(`/rectifications/${late}`)).status).toBe(404);
    expect((await county.people.stranger.get(`/rectifications?organisationId=${county.unit}`)).status).toBe(404);
  });

  it('have their numbers by state', async () => {
    const summary = (who: Follower) => done(county.people[who].get<RectificationSummary>('/rectifications/summary'));
    expect(await summary('clerk')).toEqual({
      states: { drafting: 2, underWay: 0, submitted: 1, accepted: 0, closed: 0, waived: 0 },
      overdue: 1,
      recovered: 0,
      waiting: 2,
    });
    expect(await summary('stranger')).toMatchObject({ overdue: 0, waiting: 0 });
  });

  it('offer for owners those who put right at the unit or above it', async () => {
    const path = `/rectifications/owners?organisationId=${county.unit}`;
    const { items } = await done(county.people.finance.get<OwnerList>(path));
    expect(items.map(({ username }) => username)).toEqual(['clerk', 'colleague', 'reviewer']);
    expect((await county.people.stranger.get(path)).status).toBe(404);
  });
});
