/** What the samples use of each client, as its own types say it. */
export const clientTypes = `
declare module '@prisma/client' {
  interface User { id: string; name: string; email: string }
  interface Model {
    findUnique(args: { where: { id?: string; email?: string }; include?: object }): Promise<User | null>;
    findFirst(args: { where: object }): Promise<User | null>;
    findMany(args: { where: { id?: { in: string[] }; email?: { in: string[] } }; include?: object }): Promise<User[]>;
    update(args: object): Promise<User>;
  }
  class PrismaClient { user: Model; order: Model }
}
declare module 'typeorm' {
  class FindOperator<T> { value: T }
  function In<T>(keys: readonly T[]): FindOperator<T>;
  type Where<T> = { [K in keyof T]?: T[K] | FindOperator<T[K]> };
  class Repository<T> {
    findOneBy(where: Where<T>): Promise<T | null>;
    findOne(options: { where: Where<T>; relations?: object }): Promise<T | null>;
    findBy(where: Where<T>): Promise<T[]>;
    find(options: { where: Where<T>; relations?: object }): Promise<T[]>;
  }
}
declare module 'sequelize' {
  class Model {
    id: number;
    static findByPk<M extends Model>(this: new () => M, id: number, options?: object): Promise<M | null>;
    static findOne<M extends Model>(this: new () => M, options: { where: object }): Promise<M | null>;
    static findAll<M extends Model>(this: new () => M, options: { where: object }): Promise<M[]>;
  }
}
declare module 'mongoose' {
  interface Query<T> extends Promise<T> { lean(): Query<T>; exec(): Promise<T> }
  interface Document { _id: { toString(): string }; name: string }
  interface Model<T> {
    findById(id: unknown): Query<(T & Document) | null>;
    findOne(where: object): Query<(T & Document) | null>;
    find(where: object): Query<(T & Document)[]>;
  }
  function model<T = {}>(name: string, schema?: object): Model<T>;
}
declare module 'knex' {
  interface Row { id: number; owner: number }
  interface Builder<T> extends Promise<T> {
    where(column: string, value: unknown): Builder<T>;
    where(columns: object): Builder<T>;
    whereIn(column: string, values: readonly unknown[]): Builder<T>;
    first(): Promise<Row | undefined>;
  }
  export default function knex(options: object): (table: string) => Builder<Row[]>;
}
declare module 'drizzle-orm' {
  function eq(column: unknown, value: unknown): object;
  function inArray(column: unknown, values: readonly unknown[]): object;
}
declare module 'drizzle-orm/node-postgres' {
  interface User { id: number; groupId: number }
  interface Rows extends Promise<User[]> { where(condition: object): Promise<User[]> }
  interface Table { findFirst(options: object): Promise<User | undefined>; findMany(options: object): Promise<User[]> }
  function drizzle(url: string): { select(): { from(table: unknown): Rows }; query: { users: Table } };
}
declare module 'pg' {
  class Pool {
    query(text: string, values?: unknown[]): Promise<{ rows: any[]; rowCount: number | null }>;
  }
}
declare module 'drizzle-orm/pg-core' {
  function pgTable(name: string, columns: object): { id: object; groupId: object };
}
declare module 'node:fs' {
  export function readFileSync(path: string, encoding: 'utf8'): string;
  export function writeFileSync(path: string, text: string): void;
  export function existsSync(path: string): boolean;
  const fs: { readFileSync: typeof readFileSync; promises: typeof import('node:fs/promises') };
  export default fs;
}
declare module 'node:fs/promises' {
  export function readFile(path: string, encoding: 'utf8'): Promise<string>;
  export function writeFile(path: string, text: string): Promise<void>;
}
declare module 'bcrypt' {
  export function compareSync(a: string, b: string): boolean;
  export function compare(a: string, b: string): Promise<boolean>;
}
`;
