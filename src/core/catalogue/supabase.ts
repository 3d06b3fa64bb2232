import type { Client } from './client.ts';

export const supabase: Client = {
  id: 'supabase',
  name: 'Supabase',
  kind: 'query',
  modules: ['@supabase/supabase-js', '@supabase/ssr', '@supabase/auth-helpers-nextjs', '@supabase/postgrest-js'],
  exports: { createClient: { gives: 'client' }, createServerClient: { gives: 'client' }, createBrowserClient: { gives: 'client' }, SupabaseClient: { type: 'client' } },
  shapes: { client: { gives: { from: 'builder', rpc: 'builder', schema: 'client' } }, builder: { thenable: 'read', any: 'builder' } },
  conventions: { supabase: 'client' },
  instead: { read: "Fetch all with `.in('id', ids)`, or embed the relation (`select('*, child(*)')`).", write: 'Give `.insert` or `.upsert` all rows.' },
};
