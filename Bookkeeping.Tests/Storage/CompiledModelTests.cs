using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

#pragma warning disable EF1001 // The tools of EF Core reach the providers' services in the same way.

namespace Bookkeeping.Tests.Storage;

/// <summary>The model as code (Bookkeeping.Api/Storage/Compiled) is what EF Core writes of the model as it is configured.</summary>
public sealed partial class CompiledModelTests
{
    [Theory]
    [InlineData("Data Source=:memory:", "Sqlite")]
    [InlineData("Host=localhost", "PostgreSql")]
    public void The_model_as_code_is_the_model_as_configured(string connectionString, string kind)
    {
        var folder = Path.Combine(Snapshot.RepositoryRoot, "Bookkeeping.Api", "Storage", "Compiled", kind);
        var files = Write(connectionString, kind);

        foreach (var (name, code) in files) Snapshot.Match(code, Path.Combine(folder, name));
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Data Source=:memory:", typeof(Bookkeeping.Api.Storage.Compiled.Sqlite.BookkeepingDbModel))]
    [InlineData("Host=localhost", typeof(Bookkeeping.Api.Storage.Compiled.PostgreSql.BookkeepingDbModel))]
    public void A_context_uses_it(string connectionString, Type model)
    {
        using var db = Open(connectionString);

        Assert.IsType(model, db.Model);
    }

    private static Dictionary<string, string> Write(string connectionString, string kind)
    {
        using var db = Open(connectionString);
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
        IDesignTimeServices ofProvider = kind == "Sqlite" ? new SqliteDesignTimeServices() : new NpgsqlDesignTimeServices();
        ofProvider.ConfigureDesignTimeServices(services);
        using var tools = services.BuildServiceProvider();
        var options = new CompiledModelCodeGenerationOptions
        {
            ContextType = typeof(BookkeepingDb),
            ModelNamespace = "Bookkeeping.Api.Storage.Compiled." + kind,
            Language = "C#",
            UseNullableReferenceTypes = true,
        };
        var written = tools.GetRequiredService<ICompiledModelCodeGeneratorSelector>().Select(options).GenerateModel(db.GetService<IDesignTimeModel>().Model, options);

        // An attribute of the assembly would name the one model of a context; ours has one for each kind of database.
        return written.Where(file => !file.Path.EndsWith("AssemblyAttributes.cs", StringComparison.Ordinal)).ToDictionary(
            file => file.Path,
            file => SameId(file.Code.TrimStart('\uFEFF').Replace("public partial class", "internal partial class", StringComparison.Ordinal), kind));
    }

    // EF Core gives each writing an id of its own; it must only differ from that of the other database.
    private static string SameId(string code, string kind) =>
        ModelId().Replace(code, $"new Guid(\"{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(kind)).AsSpan(0, 16))}\")");

    [GeneratedRegex("(?<=modelId: )new Guid\\(\"[0-9a-f-]{36}\"\\)")]
    private static partial Regex ModelId();

    private static BookkeepingDb Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        DatabaseAddress.Parse(connectionString).Configure(options);
        return new BookkeepingDb(options.Options);
    }
}
