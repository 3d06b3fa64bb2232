/** How a client's query for all rows is told from one that is bounded. */
export interface FindAll {
  /** Methods whose options say which rows; what they are called with decides. */
  readonly methods?: readonly string[];
  /** Which argument holds the options, from 0; for methods that are given the table first, 1. */
  readonly options?: readonly number[];
  /** Options that don't narrow: anything else does. */
  readonly harmless?: readonly string[];
  /** Queries that are built by calls: one of these begins it, and any call that is not harmless narrows it. */
  readonly begins?: readonly string[];
  readonly harmlessCalls?: readonly string[];
}

const chained = ['sort', 'lean', 'populate', 'select', 'exec', 'then', 'catch', 'toArray', 'project', 'orderBy', 'from', 'execute', 'selectAll', 'all', 'collation', 'maxTimeMS', 'clone', 'leftJoin', 'innerJoin', 'join', 'columns'];

/** By the id of the client. */
export const findAll: Readonly<Record<string, FindAll>> = {
  prisma: { methods: ['findMany'], options: [0], harmless: ['include', 'select', 'orderBy', 'omit', 'relationLoadStrategy'] },
  typeorm: { methods: ['find', 'findAndCount'], options: [0, 1], harmless: ['relations', 'order', 'select', 'cache', 'withDeleted', 'loadEagerRelations', 'loadRelationIds', 'relationLoadStrategy', 'comment', 'transaction'] },
  sequelize: { methods: ['findAll', 'findAndCountAll'], options: [0], harmless: ['include', 'attributes', 'order', 'raw', 'nest', 'transaction', 'logging', 'paranoid'] },
  'mikro-orm': { methods: ['findAll', 'find'], options: [0, 1], harmless: ['populate', 'orderBy', 'fields', 'cache', 'refresh', 'strategy'] },
  mongoose: { begins: ['find'], harmlessCalls: chained },
  mongodb: { begins: ['find'], harmlessCalls: chained },
  drizzle: { begins: ['select'], harmlessCalls: chained },
  knex: { begins: ['select'], harmlessCalls: chained },
  kysely: { begins: ['selectFrom'], harmlessCalls: chained },
};

/** Tables that stay small whatever the number of users: their names, as words. */
export const smallTables = /(?:role|permission|setting|config|option|preference|categor|countr|currenc|language|locale|timezone|plan|tier|type|kind|status|state|feature|flag|template|provider|menu|unit|region|theme|topic|tag|label|level|skill|module|plugin|integration|migration|metadata|version|badge|emoji|platform|service|instance|strateg|environment|segment|channel|slider|banner|announcement|faq|help|rule|propert|admin)/i;

/** Tables that grow with what users do. */
export const growingTables = /(?:user|account|customer|client|member|person|people|patient|student|employee|order|invoice|payment|transaction|purchase|booking|reservation|ticket|post|article|blog|comment|review|message|chat|conversation|notification|event|log|audit|session|token|invit|waitlist|subscri|product|item|line|listing|file|document|image|photo|video|upload|task|issue|job|visit|view|like|vote|follow|history|record|entry|entries|contact|lead|report|metric|measurement|book|song|track|text)/i;
