import type { Client } from './client.ts';
import { dataloader } from './dataloader.ts';
import { drizzle } from './drizzle.ts';
import { dynamodb } from './dynamodb.ts';
import { firestore } from './firestore.ts';
import { http } from './http.ts';
import { knex } from './knex.ts';
import { kysely } from './kysely.ts';
import { meteor } from './meteor.ts';
import { mikroOrm } from './mikro-orm.ts';
import { mongodb } from './mongodb.ts';
import { mongoose } from './mongoose.ts';
import { mysql2 } from './mysql2.ts';
import { objection } from './objection.ts';
import { pg } from './pg.ts';
import { postgresJs } from './postgres-js.ts';
import { prisma } from './prisma.ts';
import { processes } from './processes.ts';
import { redis } from './redis.ts';
import { sequelize } from './sequelize.ts';
import { simpleGit } from './simple-git.ts';
import { sqlite } from './sqlite.ts';
import { supabase } from './supabase.ts';
import { typeorm } from './typeorm.ts';

/** Every client we know, in the order they are asked. */
export const clients: readonly Client[] = [
  prisma, typeorm, sequelize, mongoose, knex, objection, drizzle,
  mikroOrm, kysely, pg, postgresJs, mysql2, sqlite, mongodb, meteor,
  redis, supabase, firestore, dynamodb, http, processes, simpleGit, dataloader,
];
