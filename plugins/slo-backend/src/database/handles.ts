import { Knex } from 'knex';

/** The database, as it is handed on by those who do not ask it anything. */
export type StoreHandle = Knex;
