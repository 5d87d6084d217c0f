import { ALERT_SEVERITIES } from '../alerts/alert-kinds.js';
import {
  inQuotes,
  MAX_NAMED,
  named,
  paragraph,
  projectSource,
  restingOn,
  section,
  sentence,
  unitSource,
} from './builder.js';
import type { MonitoringContext } from './monitoring-context.js';
import type { ReportedAlert } from './monitoring-facts.js';
import { counted, dayText, LIGHT_WORDS, monthsTo } from './official-words.js';
import type { ReportSection, ReportSentence, SentenceSource } from './report-content.js';

/** 二、监控工作开展情况. */
export const monitoringWork = (context: MonitoringContext): ReportSection =>
  section('work', 2, '监控工作开展情况', [
    paragraph('work.round', window(context), locked(context)),
    paragraph('work.reports', reported(context), missing(context)),
    paragraph('work.alerts', ...alerts(context)),
  ]);

function window({ facts, round }: MonitoringContext): ReportSentence {
  const { year, month, opensOn, closesOn } = facts.round;
  return sentence(
    `本次监控的期间为${year}年${monthsTo(month)}，填报时间为${dayText(opensOn)}至${dayText(closesOn)}，` +
      '由预算单位填报预算执行和绩效目标完成情况，经单位审核后报财政部门，对预算执行进度和绩效目标实现程度实行双监控。',
    round,
  );
}

function locked({ facts, round }: MonitoringContext): ReportSentence {
  const { lockedOn, rulePack } = facts.round;
  const [pack = '', version = ''] = rulePack.split('@');
  const rules = `监控结果按财政部门发布的监控规则（${pack}第${version}版）评定`;
  return lockedOn === null
    ? sentence(`${rules}，本期数据尚未锁定。`, round)
    : sentence(`${rules}，本期数据已于${dayText(lockedOn)}锁定封存。`, round);
}

function reported({ projects, place, round }: MonitoringContext): ReportSentence | null {
  if (projects.length === 0) return null;
  const missed = projects.filter(({ notReported }) => notReported).length;
  const rest =
    missed === 0 ? '全部按期完成填报' : `按期完成填报${projects.length - missed}个，未按期完整填报${missed}个`;
  return sentence(`本期应填报项目${projects.length}个，${rest}。`, place, round);
}

/** Of one unit by project, else by the units that owe most. */
function missing({ facts, projects, units, place, round }: MonitoringContext): ReportSentence | null {
  const late = projects.filter(({ notReported }) => notReported);
  if (late.length === 0) return null;
  if (facts.place.kind === 'unit') {
    return sentence(
      `未按期完整填报的项目：${named(late, inQuotes, '个项目')}。`,
      ...restingOn(late.map(projectSource), place, round),
    );
  }
  const owing = units
    .map((unit) => ({ ...unit, late: unit.projects.filter(({ notReported }) => notReported).length }))
    .filter(({ late: count }) => count > 0)
    .sort((a, b) => b.late - a.late);
  const said = named(owing, ({ name, late: count }) => `${name}${count}个`, '个单位');
  return sentence(`未按期完整填报的单位：${said}。`, ...owing.map(unitSource));
}

function alerts(context: MonitoringContext): readonly (ReportSentence | null)[] {
  const { facts, place, round } = context;
  const raised = facts.alerts;
  if (raised.length === 0) return [sentence('本期未发出预警。', round)];
  const bySeverity = counted(
    ALERT_SEVERITIES.map((severity) => [
      `${LIGHT_WORDS[severity].slice(0, 1)}色预警`,
      raised.filter((alert) => alert.severity === severity).length,
      '条',
    ]),
  );
  return [
    sentence(
      `本期共发出预警${raised.length}条，其中${bySeverity}。`,
      ...restingOn(raised.map(alertSource), place, round),
    ),
    answered(context),
    waiting(context),
    onSite(context),
  ];
}

export const alertSource = ({ id, projectName }: ReportedAlert): SentenceSource => ({
  kind: 'alert',
  id,
  label: projectName,
});

function answered({ facts, place, round }: MonitoringContext): ReportSentence | null {
  const done = facts.alerts.filter(({ answer }) => answer !== null);
  if (done.length === 0) return null;
  const late = done.filter(({ inTime }) => inTime === false).length;
  const inTime = late === 0 ? '均在规定期限内' : `其中逾期回应${late}条`;
  return sentence(`预算单位已回应${done.length}条，${inTime}。`, ...restingOn(done.map(alertSource), place, round));
}

function waiting({ facts, place, round }: MonitoringContext): ReportSentence | null {
  const open = facts.alerts.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  const suspended = open.filter(({ suspension }) => suspension === 'proposed' || suspension === 'confirmed').length;
  const rest = suspended === 0 ? '' : `，其中逾期未回应、已提出暂停拨款${suspended}条`;
  return sentence(`尚待回应${open.length}条${rest}。`, ...restingOn(open.map(alertSource), place, round));
}

function onSite({ facts, place, round }: MonitoringContext): ReportSentence | null {
  const checked = facts.alerts.filter(({ onSiteCheck }) => onSiteCheck !== null);
  if (checked.length === 0) return null;
  const done = checked.filter(({ onSiteCheck }) => onSiteCheck === 'done').length;
  const projects = checked.slice(0, MAX_NAMED).map(({ projectName }) => `“${projectName}”`);
  const names = checked.length > MAX_NAMED ? `${projects.join('、')}等` : projects.join('、');
  return sentence(
    `因同一问题连续出现需现场核查${checked.length}项（${names}），已核查${done}项。`,
    ...restingOn(checked.map(alertSource), place, round),
  );
}
