/// PostgreSQL from published binaries: one cluster, one database and one role per service.
@org.jspecify.annotations.NullMarked
package hoso.local.postgres;
