using System.Globalization;
using System.Reflection;

namespace Bookkeeping.Api.Storage.Migrations;

/// <summary>One step of the schema: a file of SQL for each database, applied once and never changed afterwards.</summary>
/// <param name="Version">Its place in the order, from 1 without a gap.</param>
/// <param name="Name">What it does.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>The steps for a database, in their order, from the files <c>0001-name.sqlite.sql</c> and <c>0001-name.postgres.sql</c>.</summary>
    public static IReadOnlyList<Migration> For(DatabaseKind kind)
    {
        var ending = kind == DatabaseKind.Sqlite ? ".sqlite.sql" : ".postgres.sql";
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Migrations/", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name, ending))];
    }

    private static Migration Read(Assembly assembly, string resource, string ending)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var name = resource["Migrations/".Length..^ending.Length];
        return new(int.Parse(name[..4], CultureInfo.InvariantCulture), name[5..], reader.ReadToEnd());
    }
}
