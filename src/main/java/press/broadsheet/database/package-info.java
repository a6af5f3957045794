/**
 * The database that everything is kept in: the PostgreSQL that Broadsheet brings along and runs beside itself unless another
 * one is configured, the clock, the secrets that all nodes share, and the counting of SQL statements. It knows nothing of
 * content.
 */
package press.broadsheet.database;
