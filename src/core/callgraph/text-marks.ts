/** What a text may hold: functions that answer requests, or definitions of tables. */
export type TextMark = 'entries' | 'tables';

const marks: readonly (readonly [TextMark, RegExp])[] = [
  ['entries', /@(?:Get|Post|Put|Patch|Delete|All|Query|Mutation|ResolveField|MessagePattern|EventPattern|SubscribeMessage|GrpcMethod|Sse)\(|\.(?:get|post|put|patch|delete|all|use|route|query|mutation)\(|\b(?:req|request|ctx|res|reply|response)\b\s*[:,)]|export (?:const|async function|function) (?:GET|POST|PUT|PATCH|DELETE|loader|action|getServerSideProps|handler)\b/],
  ['tables', /@(?:Entity|ViewEntity|ChildEntity|Table|Schema)\(|\bnew (?:\w+\.)?Schema\b|\.(?:define|init)\(|\b(?:pg|mysql|sqlite)Table\(/],
];

export const readTextMarks = (text: string): TextMark[] => marks.flatMap(([mark, pattern]) => (pattern.test(text) ? [mark] : []));
