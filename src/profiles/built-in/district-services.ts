import { type PublishedList, policyInTheYear } from '../profile.ts';

export const districtServices: PublishedList = {
  title: {
    zh: '人口与计划生育工作要点：惠山区',
    en: 'Main points of population and family-planning work: Huishan district',
  },
  windows: policyInTheYear,
  thresholds: {
    '6': ['>= 70%', '村（居）民自治规范'],
    '9b': ['>= 90%', '随访服务率'],
    '9c': ['>= 90%', '随访服务率'],
    '10a': ['>= 80%', '生殖道感染综合防治率'],
    '14b': ['>= 85%', '流动人口管理服务率'],
    '15b': ['>= 98%', '信息准确率'],
  },
};
