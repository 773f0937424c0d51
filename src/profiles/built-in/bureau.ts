import { type PublishedList, policyInTheYear } from '../profile.ts';

export const bureau: PublishedList = {
  title: {
    zh: '人口与计划生育工作要点：麟游县人力资源和社会保障局',
    en: 'Main points of population and family-planning work: Linyou county bureau of human resources and social security',
  },
  windows: policyInTheYear,
  thresholds: {
    '1b': ['= 100%', '生育率'], // a birth rate of 100 % means nothing: the share within policy is meant
    '3a': ['= 100%', '独生子女保健费发放率'],
    '3b': ['= 100%', '独生子女保健费发放率'],
    '8a': ['= 100%', '节育率'],
    '10a': ['= 100%', '育龄妇女健康检查率'],
  },
};
