import { type PublishedList, policyInTheYear } from '../profile.ts';

export const townshipStrict: PublishedList = {
  title: {
    zh: '人口与计划生育工作要点：乡',
    en: 'Main points of population and family-planning work: a township',
  },
  windows: policyInTheYear,
  thresholds: {
    '1b': ['= 100%', '出生人口符合政策生育率', 1],
    '3a': ['= 100%', '优惠政策落实率', 6],
    '3b': ['= 100%', '优惠政策落实率', 6],
    '4': ['= 100%', '已婚育龄妇女享受免费落实率', 6],
    '7a': ['103..107', '性别比', 1],
    '9b': ['= 100%', '随访', 3],
    '9c': ['= 100%', '随访', 3],
    '10a': ['>= 90%', '已婚育龄妇女生殖健康服务率', 3],
    '12a': ['>= 90%', '政策知晓率', 8],
    '14a': ['= 100%', '流出育龄妇女办证率', 5],
    '15b': ['= 100%', '统计“零”误差', 2],
  },
};
