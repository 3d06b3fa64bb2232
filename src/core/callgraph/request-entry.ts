import { decoratorName } from './callee-name.ts';
import type { FileFacts, FunctionFacts } from './facts.ts';

const entryDecorators = new Set([
  'Get', 'Post', 'Put', 'Patch', 'Delete', 'Options', 'Head', 'All', 'Query', 'Mutation', 'Subscription', 'ResolveField', 'ResolveReference', 'FieldResolver', 'MessagePattern', 'EventPattern', 'SubscribeMessage',
  'GrpcMethod', 'GrpcStreamMethod', 'Sse', 'Process', 'Cron', 'Interval',
]);
const routing = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'all', 'use', 'head', 'options', 'route', 'addHook', 'query', 'mutation', 'subscription']);
const requestNames = new Set(['req', 'request', 'ctx', 'res', 'reply', 'response']);
const routeExports = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'loader', 'action', 'getServerSideProps', 'handler']);

const isRouted = (facts: FunctionFacts): boolean => {
  const call = facts.passedTo?.call;
  return call?.kind === 'call' && call.callee.kind === 'member' && routing.has(call.callee.name) && facts.parameters.length > 0;
};

/** The function answers a request: a decorated method, a handler given to a router, a route's export, or something that takes a request. */
export const isRequestEntry = (file: FileFacts, facts: FunctionFacts): boolean => {
  if (facts.decorators.some((decorator) => entryDecorators.has(decoratorName(file, decorator)))) return true;
  if (isRouted(facts) || (routeExports.has(facts.name) && file.exports.has(facts.name))) return true;
  return facts.parameters.some(({ binding }) => binding >= 0 && requestNames.has(file.bindingNames[binding]));
};

/** A function of a name that the file exports, or a method of such a class. */
export const isExported = ({ classes, exports }: FileFacts, { classId, name, parent }: FunctionFacts): boolean =>
  classId >= 0 ? [...exports.values()].some((term) => term.kind === 'class' && term.id === classId) || exports.has(classes[classId].name) : parent <= 0 && exports.has(name);
