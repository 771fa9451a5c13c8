using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Tests.Storage;

public sealed class SchemaTests
{
    // Orders put nulls first, as SQLite does; an index in another order could not serve them.
    private const string ColumnsWithNullsLast = """
        SELECT i.indexrelid::regclass || '.' || a.attname
        FROM pg_index i
        CROSS JOIN LATERAL unnest(i.indkey::int[], i.indoption::int[]) AS k(attnum, option)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam AND m.amname = 'btree'
        WHERE c.relnamespace = 'public'::regnamespace AND NOT a.attnotnull AND NOT i.indisunique AND k.option & 2 = 0
        """;

    [OnBothDatabases]
    public async Task The_migrated_schema_is_that_of_the_model(DatabaseKind kind)
    {
        await using var migrated = await TestDatabase.CreateAsync(kind);
        await using var modelled = await TestDatabase.CreateUnmigratedAsync(kind);
        await using (var db = modelled.Open()) await SchemaDescription.CreateAsync(modelled, db.Database.GenerateCreateScript());

        var expected = await SchemaDescription.OfAsync(modelled);
        var actual = await SchemaDescription.OfAsync(migrated);

        Assert.Contains("table runs", actual);
        Assert.Empty(expected.Except(actual));
        Assert.Empty(actual.Except(expected));
        if (kind == DatabaseKind.PostgreSql) Assert.Empty(await SchemaDescription.QueryAsync(migrated, ColumnsWithNullsLast));
    }

    [OnBothDatabases]
    public async Task Every_foreign_key_can_be_followed_back_by_an_index(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var bare = from entity in db.Model.GetEntityTypes()
                   from foreignKey in entity.GetForeignKeys()
                   where !Starts(entity, foreignKey.Properties)
                   select $"{entity.GetTableName()}: {string.Join(", ", foreignKey.Properties.Select(property => property.Name))}";
        Assert.Empty(bare);
    }

    private static bool Starts(IEntityType entity, IReadOnlyList<IProperty> properties) =>
        entity.GetIndexes().Select(index => index.Properties).Concat(entity.GetKeys().Select(key => key.Properties))
            .Any(columns => columns.Take(properties.Count).SequenceEqual(properties));
}
