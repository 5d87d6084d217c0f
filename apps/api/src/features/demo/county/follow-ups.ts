import type { RectificationSource, RectificationStep } from '@jixiao/domain';
import type { DemoYear } from './demo-types.js';

/** What is to be put right in the county; people by their accounts. */
export interface DemoRectification {
  readonly source: Exclude<RectificationSource, 'alert'>;
  readonly unit: string;
  /** Null where it is about the unit as a whole. */
  readonly project: string | null;
  readonly year: DemoYear;
  readonly finding: string;
  readonly reference?: string;
  readonly openedBy: string;
  readonly owner: string | null;
  readonly measures: string | null;
  /** Days from the day on which the county is loaded; negative for what is late. */
  readonly dueIn: number | null;
  readonly steps: readonly (readonly [by: string, step: RectificationStep, text: string | null])[];
  /** Name of a file that is attached before it is handed in. */
  readonly evidence?: string;
}

export const RECTIFICATIONS: readonly DemoRectification[] = [
  {
    source: 'audit',
    unit: '104002',
    project: '电子警察设备更新改造',
    year: 2025,
    finding: '2025 年设备采购长期停滞，年末大额资金闲置，绩效目标未完成。',
    reference: '青审报〔2026〕3号',
    openedBy: 'finance',
    owner: 'traffic',
    measures: '倒排采购计划，3 月底前完成招标，按合同节点付款，每月报送进度。',
    dueIn: -120,
    steps: [
      ['traffic', 'start', null],
      ['traffic', 'note', '已完成招标并签订合同。'],
      ['traffic', 'submit', '设备已安装调试，合同款按节点支付。'],
      ['finance', 'accept', '材料齐全，同意验收。'],
    ],
    evidence: '设备采购合同及付款凭证.txt',
  },
  {
    source: 'selfEvaluation',
    unit: '103001',
    project: '社区矫正工作经费',
    year: 2025,
    finding: '绩效自评发现全年预算执行率偏低，社区矫正对象教育学习次数未达目标。',
    openedBy: 'justice',
    owner: 'justice',
    measures: '按季度下达教育学习计划，委托服务按月结算。',
    dueIn: 20,
    steps: [
      ['justice', 'start', null],
      ['justice', 'submit', '已按季度组织教育学习，费用按月结算。'],
      ['justicehead', 'accept', null],
    ],
    evidence: '教育学习签到表.txt',
  },
  {
    source: 'audit',
    unit: '102001',
    project: '审判综合楼物业及运转费',
    year: 2026,
    finding: '支出进度连续三期明显落后，物业服务合同款未按约定支付。',
    reference: '青财绩〔2026〕12号',
    openedBy: 'finance',
    owner: 'court',
    measures: '核对物业服务考核结果，10 日内支付前三季度合同款。',
    dueIn: 2,
    steps: [
      ['court', 'start', null],
      ['court', 'submit', '前三季度物业服务费已支付，附付款凭证。'],
    ],
    evidence: '物业费付款凭证.txt',
  },
  {
    source: 'audit',
    unit: '104001',
    project: '反电信网络诈骗专项经费',
    year: 2026,
    finding: '宣传和劝阻工作量明显落后于资金支出，绩效目标难以完成。',
    reference: '青财绩〔2026〕13号',
    openedBy: 'finance',
    owner: null,
    measures: null,
    dueIn: -10,
    steps: [],
  },
  {
    source: 'audit',
    unit: '103002',
    project: null,
    year: 2026,
    finding: '法律援助案件补贴审批单缺少复核签字，内部控制执行不到位。',
    openedBy: 'justicehead',
    owner: 'legalaid',
    measures: '修订补贴审批流程，补签复核意见，逐件核对。',
    dueIn: 30,
    steps: [['legalaid', 'start', null]],
  },
  {
    source: 'audit',
    unit: '104002',
    project: '交通安全宣传经费',
    year: 2026,
    finding: '宣传活动场次落后，资金支付不及时。',
    openedBy: 'finance',
    owner: 'traffic',
    measures: '四季度集中开展“一盔一带”宣传，活动结束后 10 日内付款。',
    dueIn: 25,
    steps: [
      ['traffic', 'start', null],
      ['traffic', 'submit', '已开展宣传活动 12 场，费用已支付。'],
      ['finance', 'accept', '待年末灯色验证。'],
    ],
    evidence: '宣传活动台账.txt',
  },
  {
    source: 'selfEvaluation',
    unit: '103002',
    project: '公共法律服务热线经费',
    year: 2026,
    finding: '热线接听量低于目标。',
    openedBy: 'legalaid',
    owner: 'legalaid',
    measures: null,
    dueIn: null,
    steps: [['finance', 'waive', '热线自 10 月起并入省级平台，县级指标取消，不再整改。']],
  },
];
