using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.Data.Sqlite;

namespace Bookkeeping.Tests.Storage;

/// <summary>A database's tables, columns, keys and indices as its catalogue tells them, a line each.</summary>
internal static class SchemaDescription
{
    private const string Sqlite = """
        WITH tables AS (SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'log_entry_words%'
            AND name <> 'schema_migrations')
        SELECT 'table ' || t.name FROM tables t
        UNION ALL
        SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk || ' generated=' || c.hidden
            FROM tables t, pragma_table_xinfo(t.name) c
        UNION ALL
        SELECT 'foreign key ' || t.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete
            FROM tables t, pragma_foreign_key_list(t.name) f
        UNION ALL
        SELECT 'index ' || i.name || ' on ' || t.name || ' unique=' || i."unique" || ' (' ||
            (SELECT group_concat(x.name, ', ') FROM pragma_index_info(i.name) x) || ')'
            FROM tables t, pragma_index_list(t.name) i WHERE i.origin = 'c'
        """;

    private const string PostgreSql = """
        SELECT 'table ' || table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
        UNION ALL
        SELECT 'column ' || concat_ws(' ', table_name || '.' || column_name, data_type, 'nullable=' || is_nullable, 'identity=' || is_identity,
                'collation=' || collation_name, 'generated=' || generation_expression)
            FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name <> 'schema_migrations' AND column_name NOT IN ('title_words', 'text_words', 'attached_words')
        UNION ALL
        SELECT 'constraint ' || conname || ' on ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'schema_migrations'
        UNION ALL
        SELECT replace(indexdef, ' NULLS FIRST', '') FROM pg_indexes
            WHERE schemaname = 'public' AND tablename <> 'schema_migrations' AND indexdef NOT LIKE '%USING gin%'
        """;

    /// <summary>Every line, sorted, without what only migrations make: their own table and the full-text index.</summary>
    public static Task<IReadOnlyList<string>> OfAsync(TestDatabase database) =>
        QueryAsync(database, database.Kind == DatabaseKind.Sqlite ? Sqlite : PostgreSql);

    /// <summary>The first column of a query, sorted.</summary>
    public static async Task<IReadOnlyList<string>> QueryAsync(TestDatabase database, string sql)
    {
        var lines = new List<string>();
        await using var connection = database.Address.CreateConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>Runs a script on a database that need not exist.</summary>
    public static async Task CreateAsync(TestDatabase database, string script)
    {
        await using var connection = database.Address.CreateConnection();
        if (database.Kind == DatabaseKind.Sqlite)
            connection.ConnectionString = new SqliteConnectionStringBuilder(connection.ConnectionString) { Mode = SqliteOpenMode.ReadWriteCreate }.ConnectionString;
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = script;
        await command.ExecuteNonQueryAsync();
    }
}
