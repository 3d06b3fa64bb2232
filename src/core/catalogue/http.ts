import type { Client } from './client.ts';

export const http: Client = {
  id: 'http',
  name: 'HTTP',
  kind: 'request',
  modules: ['axios', 'got', 'ky', 'undici', 'node-fetch', 'cross-fetch', 'superagent', 'needle', 'ofetch', '@nestjs/axios'],
  exports: {
    default: { value: 'client', runs: 'read' }, got: { value: 'client', runs: 'read' }, axios: { value: 'client', runs: 'read' }, ky: { value: 'client', runs: 'read' },
    fetch: { runs: 'read' }, request: { runs: 'read' }, ofetch: { runs: 'read' }, $fetch: { runs: 'read' }, AxiosInstance: { type: 'client' }, AxiosStatic: { type: 'client' }, HttpService: { type: 'service' },
  },
  shapes: {
    client: { reads: ['get', 'head', 'options', 'request'], writes: ['post', 'put', 'patch', 'delete', 'postForm'], gives: { create: 'client', extend: 'client', interceptors: 'nothing', defaults: 'nothing' } },
    service: { reads: ['get', 'head', 'options', 'request'], writes: ['post', 'put', 'patch', 'delete', 'postForm'], gives: { axiosRef: 'client' } },
    nothing: {},
  },
  globals: { fetch: { runs: 'read' }, $fetch: { runs: 'read' } },
  instead: { read: 'Ask a list endpoint once if there is one; else run them concurrently with a limit (p-limit, p-map), not all at once.', write: 'Send them in one request if the API takes a list; else run them concurrently with a limit.' },
};
