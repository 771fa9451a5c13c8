using Bookkeeping.Api.Storage;
using Microsoft.Data.Sqlite;

namespace Bookkeeping.Tests.Storage;

/// <summary>Values taken from SQLite directly are those that its provider would give.</summary>
public sealed class SqliteRowsTests
{
    private const string Values =
        """
        SELECT * FROM (VALUES
          (0, 0, 0.0, ''), (1, 1, 1.5, 'PHYSICS'), (-1, 0, -1.5, 'PHYSICS'), (2147483647, 1, 1e300, 'é'), (-2147483648, 0, 0.0, 'é'), (7, 1, 2, 'PHYSICS €'))
        """;

    [Fact]
    public void Numbers_and_texts_are_those_of_the_provider()
    {
        using var connection = Open();
        using var expected = Run(connection, Values);
        using var rows = new SqliteRows(Run(connection, Values));
        var count = 0;
        while (expected.Read())
        {
            Assert.True(rows.Read());
            Assert.Equal((expected.GetInt32(0), expected.GetInt64(0), expected.GetBoolean(1)), (rows.GetInt32(0), rows.GetInt64(0), rows.GetBoolean(1)));
            Assert.Equal((expected.GetDouble(2), expected.GetString(3)), (rows.GetDouble(2), rows.GetString(3)));
            Assert.False(rows.IsDBNull(0) || rows.IsDBNull(1) || rows.IsDBNull(2) || rows.IsDBNull(3));
            count++;
        }

        Assert.False(rows.Read());
        Assert.Equal(6, count);
    }

    [Fact]
    public void A_null_is_told_and_refused_as_a_value()
    {
        using var connection = Open();
        using var rows = new SqliteRows(Run(connection, "SELECT NULL"));
        Assert.True(rows.Read());
        Assert.True(rows.IsDBNull(0));
        Assert.ThrowsAny<InvalidOperationException>(() => rows.GetInt64(0));
        Assert.ThrowsAny<InvalidOperationException>(() => rows.GetDouble(0));
        Assert.ThrowsAny<InvalidOperationException>(() => rows.GetString(0));
    }

    [Fact]
    public void A_text_that_repeats_is_made_once()
    {
        using var connection = Open();
        using var rows = new SqliteRows(Run(connection, "SELECT * FROM (VALUES ('LHC22o'), ('LHC22o'), ('LHC22p'))"));
        var texts = new List<string>();
        while (rows.Read()) texts.Add(rows.GetString(0));
        Assert.Equal(["LHC22o", "LHC22o", "LHC22p"], texts);
        Assert.Same(texts[0], texts[1]);
    }

    [Fact]
    public void The_values_of_a_further_result_are_read_too()
    {
        using var connection = Open();
        using var rows = new SqliteRows(Run(connection, "SELECT 1; SELECT 2"));
        Assert.True(rows.Read());
        Assert.Equal(1, rows.GetInt32(0));
        Assert.True(rows.NextResult());
        Assert.True(rows.Read());
        Assert.Equal(2, rows.GetInt32(0));
        Assert.False(rows.NextResult());
    }

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static SqliteDataReader Run(SqliteConnection connection, string sql) => new SqliteCommand(sql, connection).ExecuteReader();
}
