using System.Text;
using Bookkeeping.Api.Storage.Import;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Storage.Import;

/// <summary>Imports texts into a test's database.</summary>
internal static class Imports
{
    /// <summary>The time of imports that do not tell another.</summary>
    public static readonly DateTimeOffset Now = new(2024, 1, 10, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Imports files given by name and lines.</summary>
    public static async Task<IReadOnlyList<ImportCount>> ImportAsync(this TestDatabase database, DateTimeOffset now, params (string Name, string Lines)[] files)
    {
        await using var db = database.Open();
        return await new Importer(db, new FixedTime(now)).ImportAsync(
            [.. files.Select(file => new ImportFile(file.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(file.Lines))))], CancellationToken.None);
    }

    /// <summary>Every row of every table, as text.</summary>
    public static async Task<IReadOnlyList<string>> ContentAsync(this TestDatabase database)
    {
        var tables = (await SchemaDescription.OfAsync(database)).Where(line => line.StartsWith("table ", StringComparison.Ordinal)).Select(line => line[6..]);
        var rows = new List<string>();
        await using var connection = database.Address.CreateConnection();
        await connection.OpenAsync();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetDataTypeName(i) != "tsvector").Select(i => reader.GetValue(i)))}");
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
