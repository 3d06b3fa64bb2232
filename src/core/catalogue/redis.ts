import type { Client } from './client.ts';

export const redis: Client = {
  id: 'redis',
  name: 'Redis',
  kind: 'query',
  modules: ['ioredis', 'redis', '@redis/client', '@upstash/redis', '@liaoliaots/nestjs-redis'],
  exports: {
    default: { type: 'redis', gives: 'redis' }, Redis: { type: 'redis', gives: 'redis' }, Cluster: { type: 'redis', gives: 'redis' }, 'Redis.Cluster': { type: 'redis', gives: 'redis' },
    createClient: { gives: 'pipelined' }, RedisClientType: { type: 'pipelined' },
  },
  shapes: {
    redis: {
      reads: ['get', 'getBuffer', 'hget', 'hgetall', 'hGet', 'hGetAll', 'exists', 'ttl', 'llen', 'lrange', 'lRange', 'smembers', 'sMembers', 'sismember', 'sIsMember', 'scard', 'zrange', 'zRange', 'zscore', 'zScore', 'type', 'keys', 'zcard', 'zCard', 'hexists', 'hlen'],
      writes: ['set', 'setex', 'setEx', 'setnx', 'del', 'unlink', 'hset', 'hSet', 'hmset', 'hdel', 'hDel', 'incr', 'incrby', 'incrBy', 'decr', 'expire', 'lpush', 'lPush', 'rpush', 'rPush', 'lpop', 'rpop', 'sadd', 'sAdd', 'srem', 'sRem', 'zadd', 'zAdd', 'zrem', 'zRem', 'publish', 'call', 'sendCommand', 'xadd', 'xAdd', 'xack', 'hincrby', 'hIncrBy'],
      gives: { pipeline: 'queue', multi: 'queue', duplicate: 'redis' },
    },
    pipelined: { like: 'redis', batches: true, gives: { multi: 'queue', duplicate: 'pipelined' } },
    queue: { writes: ['exec', 'execAsPipeline'], any: 'queue' },
  },
  decorators: { InjectRedis: 'redis' },
  instead: { read: 'Ask once with `mget(keys)`, or collect the commands in a `pipeline()` and `exec()` it once.', write: 'Collect the commands in a `pipeline()` (node-redis: `multi()`) and `exec()` it once.' },
};
