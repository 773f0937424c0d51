import * as administration from '../measures/administration.ts';
import * as births from '../measures/births.ts';
import * as incidents from '../measures/incidents.ts';
import * as services from '../measures/services.ts';
import * as surveys from '../measures/surveys.ts';

/** The seventeen indicators in the order of the list, each with its measures. */
export const indicators = [
  {
    id: '1',
    name: { zh: '人口计划与政策生育', en: 'Births, plan and policy' },
    measures: [births.birthsToPlan, births.policyCompliant, births.higherOrderOutside],
  },
  { id: '2', name: { zh: '群众满意', en: 'Satisfaction of the public' }, measures: [surveys.satisfaction] },
  {
    id: '3',
    name: { zh: '奖励优惠兑现', en: 'Benefits paid' },
    measures: [administration.benefitsPaid, administration.benefitFundsPaid],
  },
  { id: '4', name: { zh: '免费基本技术服务', en: 'Free basic services' }, measures: [services.freeBasicServices] },
  { id: '5', name: { zh: '避孕方法知情选择', en: 'Informed choice' }, measures: [administration.informedChoice] },
  { id: '6', name: { zh: '村民自治', en: 'Self-governance' }, measures: [administration.selfGovernance] },
  {
    id: '7',
    name: { zh: '出生性别比', en: 'Sex ratio at birth' },
    measures: [births.sexRatioAtBirth, incidents.sexSelection],
  },
  {
    id: '8',
    name: { zh: '综合避孕', en: 'Contraception' },
    measures: [services.contraceptivePrevalence, services.timelyContraception, births.terminationsToBirths],
  },
  {
    id: '9',
    name: { zh: '技术服务质量', en: 'Quality of technical services' },
    measures: [
      services.timelyMethods,
      services.postoperativeFollowUp,
      services.suppliesFollowUp,
      incidents.technicalAccidents,
      services.complications,
    ],
  },
  {
    id: '10',
    name: { zh: '生殖健康服务', en: 'Reproductive health services' },
    measures: [services.reproductiveHealthServices, services.menServed],
  },
  { id: '11', name: { zh: '干部知识知晓', en: 'Knowledge among cadres' }, measures: [surveys.cadreKnowledge] },
  {
    id: '12',
    name: { zh: '育龄群众知晓', en: 'Knowledge among people of reproductive age' },
    measures: [surveys.knowledgeOfRights, surveys.knowledgeOfReproductiveHealth, surveys.knowledgeOfMethods],
  },
  {
    id: '13',
    name: { zh: '依法行政与信访', en: 'Lawful administration and petitions' },
    measures: [
      incidents.unlawfulActs,
      administration.firstPetitionsClosed,
      incidents.malignantIncidents,
      administration.petitionsClosedOnTime,
    ],
  },
  {
    id: '14',
    name: { zh: '流动人口服务管理', en: 'Migrants' },
    measures: [administration.migrantsCertified, administration.migrantsServed],
  },
  {
    id: '15',
    name: { zh: '统计信息', en: 'Statistics' },
    measures: [administration.reportsOnTime, administration.reportsAccurate, administration.womenRegistered],
  },
  { id: '16', name: { zh: '工作人员报酬', en: 'Pay of staff' }, measures: [administration.staffPaid] },
  {
    id: '17',
    name: { zh: '事业经费投入', en: 'Funds' },
    measures: [administration.inBudget, administration.fundsPerHead],
  },
] as const;

export type Indicator = (typeof indicators)[number];
export type IndicatorId = Indicator['id'];
export type MeasureId = Indicator['measures'][number]['id'];
