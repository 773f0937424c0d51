import { type PublishedList, policyInTheYear } from '../profile.ts';

export const newArea: PublishedList = {
  title: {
    zh: '人口与计划生育工作要点：新区',
    en: 'Main points of population and family-planning work: a new area',
  },
  windows: policyInTheYear,
  thresholds: {
    '1b': ['>= 95%', '计划生育率', 1],
    '2': ['>= 90%', '群众满意率', 5],
    '4': ['>= 80%', '免费计划生育/生殖健康服务覆盖率', 2],
    '10a': ['>= 80%', '免费计划生育/生殖健康服务覆盖率', 2],
    '14b': ['>= 85%', '流动人口怀孕生育全过程管理', 4],
    '15a': ['>= 95%', '出生上报及时率', 3],
    '15b': ['>= 90%', '主要数据项准确率', 3],
    '15c': ['>= 95%', '全员人口信息覆盖率', 3],
  },
};
