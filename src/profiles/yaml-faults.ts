/** What the YAML parser complains of, by the beginning of its message, in Chinese. */
const complaints: readonly (readonly [begins: string, zh: string])[] = [
  ['Missing closing', '引号没有写完'],
  ['Flow map', '{ 没有对应的 }'],
  ['Flow sequence', '[ 没有对应的 ]'],
  ['Unexpected flow-map-end', '多了一个 }'],
  ['Unexpected flow-seq-end', '多了一个 ]'],
  ['Unexpected , in', '多了一个逗号'],
  ['Missing ,', '两项之间少了逗号，或键后面少了冒号'],
  ['Implicit map keys need', '键后面少了冒号'],
  ['Implicit keys need', '一个键要写在一行里，冒号后面要有空格'],
  ['Nested mappings', '一行里有两个冒号；值里有冒号时要加引号'],
  ['All mapping items', '同一组的键要对齐'],
  ['All sequence items', '同一列表的各项要对齐'],
  ['Unexpected scalar at node end', '一个值写完后又多出了文字'],
  ['Unexpected ', '这里多出了文字'],
  ['Plain value cannot', '以标点开头的值要加引号'],
  ['Invalid escape', '引号里的 \\ 写法不对'],
  ['Unresolved tag', '不能用 ! 标记类型'],
  ['Alias', '* 或 & 后面缺少名称'],
  ['Anchor', '* 或 & 后面缺少名称'],
  ['Source contains multiple', '一个文件里只能有一份配置，不能用 --- 分开'],
  ['Block collections', '{ } 或 [ ] 里不能用缩进的写法'],
  ['Block scalar', '| 或 > 后面不能再有文字'],
];

/** A complaint of the YAML parser in Chinese; where it is a rare one, what to do about it. */
export function complaintInChinese(message: string): string {
  return complaints.find(([begins]) => message.startsWith(begins))?.[1] ?? '可与 fp-check init 写出的样子对照';
}
