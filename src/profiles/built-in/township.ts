import { type PublishedList, policyInTheYear } from '../profile.ts';

export const township: PublishedList = {
  title: {
    zh: '镇卫生院计划生育工作计划 · 主要目标',
    en: 'Family-planning work plan of a township hospital · main targets',
  },
  windows: policyInTheYear,
  thresholds: {
    '2': ['>= 90%', '群众满意率'],
    '3a': ['= 100%', '奖励政策兑现率'],
    '3b': ['= 100%', '奖励政策兑现率'],
    '15b': ['>= 95%', '统计准确率'],
  },
};
