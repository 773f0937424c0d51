import { type PublishedList, policyInTheYear } from '../profile.ts';

export const community: PublishedList = {
  title: {
    zh: '人口与计划生育工作要点：西路社区服务中心',
    en: 'Main points of population and family-planning work: Xilu community service centre',
  },
  windows: policyInTheYear,
  thresholds: {
    '1b': ['>= 95%', '出生人口政策符合率'],
    '3a': ['= 100%', '各项优惠政策兑现率'],
    '3b': ['= 100%', '各项优惠政策兑现率'],
    '7a': ['<= 109', '出生人口性别比'],
    '10a': ['>= 85%', '已婚育龄妇女健康检查率'],
  },
};
