import type { Profile } from './profile.ts';

/** What each function had on top of the stack. By row of `Profile.functions`. */
export interface SelfTimes {
  readonly us: Float64Array;
  readonly samples: Float64Array;
}

export function sumSelf({ nodes, functions }: Profile): SelfTimes {
  const us = new Float64Array(functions.length);
  const samples = new Float64Array(functions.length);
  for (let node = 0; node < nodes.length; node++) {
    // Most nodes only lead to others.
    if (nodes.samples[node] === 0 && nodes.self[node] === 0) continue;
    us[nodes.func[node]] += nodes.self[node];
    samples[nodes.func[node]] += nodes.samples[node];
  }
  return { us, samples };
}
