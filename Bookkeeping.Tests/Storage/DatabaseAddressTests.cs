using Bookkeeping.Api.Storage;

namespace Bookkeeping.Tests.Storage;

public sealed class DatabaseAddressTests
{
    [Theory]
    [InlineData("Data Source=a.db", DatabaseKind.Sqlite)]
    [InlineData("data source=a.db;Cache=Shared", DatabaseKind.Sqlite)]
    [InlineData("Filename=a.db", DatabaseKind.Sqlite)]
    [InlineData("Host=localhost;Database=a", DatabaseKind.PostgreSql)]
    [InlineData("Server=localhost", DatabaseKind.PostgreSql)]
    public void The_content_tells_the_database(string connectionString, DatabaseKind kind) =>
        Assert.Equal(kind, DatabaseAddress.Parse(connectionString).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("bookkeeping.db")]
    [InlineData("Database=a")]
    public void Anything_else_is_refused_with_both_ways(string connectionString)
    {
        var message = Assert.Throws<FormatException>(() => DatabaseAddress.Parse(connectionString)).Message;
        Assert.True(message.Contains("Data Source=", StringComparison.Ordinal) || message.Contains("cannot be read", StringComparison.Ordinal), message);
    }

    [Fact]
    public void A_server_never_creates_the_file_of_SQLite() => Assert.Contains("Mode=ReadWrite;", DatabaseAddress.Parse("Data Source=a.db").ConnectionString);

    [Theory]
    [InlineData("Host=localhost", "Max Auto Prepare=100")]
    [InlineData("Host=localhost;Max Auto Prepare=0", "Max Auto Prepare=0")]
    public void PostgreSQL_keeps_statements_prepared_unless_told_otherwise(string given, string expected) =>
        Assert.Contains(expected, DatabaseAddress.Parse(given).ConnectionString, StringComparison.Ordinal);

    [Theory]
    [InlineData("Host=localhost", "No Reset On Close=True")]
    [InlineData("Host=localhost;No Reset On Close=false", "No Reset On Close=False")]
    [InlineData("Host=localhost;NoResetOnClose=false", "No Reset On Close=False")]
    public void A_session_of_PostgreSQL_is_not_reset_before_each_statement_unless_told_otherwise(string given, string expected) =>
        Assert.Contains(expected, DatabaseAddress.Parse(given).ConnectionString, StringComparison.Ordinal);

    [Fact]
    public void A_database_in_memory_has_no_file()
    {
        Assert.Null(DatabaseAddress.Parse("Data Source=:memory:").File);
        Assert.Equal(Path.GetFullPath("a.db"), DatabaseAddress.Parse("Data Source=a.db").File);
    }
}
