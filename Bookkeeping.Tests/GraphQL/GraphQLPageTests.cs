using System.Globalization;
using System.Text.RegularExpressions;
using Bookkeeping.Api.Hosting;
using Bookkeeping.Api.Hosting.Metrics;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Topics;
using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Http.Compression;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.Tests.GraphQL.Http;
using Bookkeeping.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.GraphQL;

/// <summary>docs/graphql.md says what the code does: each setting with its default, each code.</summary>
public sealed partial class GraphQLPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Snapshot.RepositoryRoot, "docs", "graphql.md"));

    private static readonly (Type Options, string Section)[] Roots =
    [
        (typeof(RequestExecutorOptions), "GraphQL"), (typeof(GraphQLHttpOptions), GraphQLHttpOptions.SectionName), (typeof(DataOptions), DataOptions.SectionName),
        (typeof(TopicOptions), "GraphQL:Topics"), (typeof(MetricsOptions), MetricsOptions.SectionName),
        (typeof(CompressionOptions), CompressionOptions.SectionName), (typeof(ConnectionOptions), ConnectionOptions.SectionName),
    ];

    private static readonly Dictionary<string, string> Settings = Roots.SelectMany(r => SettingsOf(r.Section, Activator.CreateInstance(r.Options)!)).ToDictionary();

    public static TheoryData<string> Keys => [.. Settings.Keys.Order()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_setting_stands_on_the_page_once_with_its_default(string key)
    {
        var rows = Rows().Where(row => row.Key == key).ToList();
        Assert.True(rows.Count == 1, $"docs/graphql.md needs one row for `{key}` with the default {Settings[key]}; it has {rows.Count}.");
        Assert.Equal(Settings[key], rows[0].Default);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_setting_is_read_from_its_key(string key)
    {
        // What can only be set in code has no key.
        if (!key.Contains(':')) return;
        var (type, section) = Roots.Single(r => SettingsOf(r.Section, Activator.CreateInstance(r.Options)!).Any(setting => setting.Key == key));
        var steps = key[(section.Length + 1)..].Split(':');

        var options = Configured(type, key, Other(ValueAt(Activator.CreateInstance(type)!, steps)));

        Assert.NotEqual(Settings[key], Spell(ValueAt(options, steps)));
    }

    [Fact]
    public void The_page_has_no_setting_that_is_not_there() =>
        Assert.Empty(Rows().Select(row => row.Key).Where(key => key.Contains(':') || key.Contains("Options.")).Except(Settings.Keys));

    // How a schema is printed is no setting of a server.
    [Fact]
    public void Every_class_of_options_is_reached() => Assert.Empty(
        typeof(RequestExecutor).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type != typeof(SchemaPrinterOptions))
            .Except(Roots.SelectMany(r => Classes(r.Options)))
            .Select(type => type.Name));

    [Fact]
    public void Every_error_code_stands_on_the_page() => Assert.All(
        typeof(ErrorCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!), code => Assert.Contains($"`{code}`", Page, StringComparison.Ordinal));

    [Fact]
    public void The_limits_of_the_logbook_stand_on_the_page()
    {
        Assert.Contains($"the logbook's default is {Spell(LogbookCosts.Limits.MaxFieldCost)} ", Page, StringComparison.Ordinal);
        Assert.Contains($"the logbook's default is {Spell(LogbookCosts.Limits.MaxTypeCost)} ", Page, StringComparison.Ordinal);
    }

    private static object Configured(Type type, string key, string value)
    {
        var settings = new Dictionary<string, string?> { ["GraphQL:Persisted:Directory"] = "elsewhere", [key.EndsWith("AllowedOrigins", StringComparison.Ordinal) ? key + ":0" : key] = value };
        var builder = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        builder.AddAnswerCompression().AddMetricsEndpoint().AddGraphQLServer(_ => new SampleGraph().Schema);
        ConnectionLimits.Add(builder);
        using var services = builder.BuildServiceProvider();
        if (type == typeof(DataOptions)) return services.GetRequiredService<IConfiguration>().GetSection(DataOptions.SectionName).Get<DataOptions>()!;
        return services.GetService(type) ?? ((IOptions<object>)services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type))).Value;
    }

    private static object? ValueAt(object options, IEnumerable<string> steps) => steps.Aggregate((object?)options, (at, step) => at!.GetType().GetProperty(step)!.GetValue(at));

    private static string Other(object? value) => value switch
    {
        bool truth => truth ? "false" : "true",
        TimeSpan time => (time + TimeSpan.FromSeconds(1)).ToString("c", CultureInfo.InvariantCulture),
        Enum named => Enum.GetNames(named.GetType()).Last(name => name != named.ToString()),
        null or string or System.Collections.IEnumerable => "max-age=1",
        _ => (Convert.ToDecimal(value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture),
    };

    private static IEnumerable<(string Key, string Default)> Rows() =>
        Row().Matches(Page).Select(match => (match.Groups["key"].Value, match.Groups["default"].Value));

    private static IEnumerable<KeyValuePair<string, string>> SettingsOf(string section, object options)
    {
        foreach (var property in options.GetType().GetProperties().Where(p => p.CanWrite && !p.GetMethod!.IsStatic))
        {
            var value = property.GetValue(options);
            if (property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal))
                foreach (var setting in SettingsOf($"{section}:{property.Name}", value!)) yield return setting;
            else if (property.PropertyType.IsAssignableTo(typeof(Delegate))) yield return new($"{options.GetType().Name}.{property.Name}", Spell(value));
            else yield return new($"{section}:{property.Name}", Spell(value));
        }
    }

    private static IEnumerable<Type> Classes(Type options) => options.GetProperties().Where(p => p.CanWrite && p.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal))
        .SelectMany(p => Classes(p.PropertyType)).Prepend(options);

    private static string Spell(object? value) => value switch
    {
        null => "none",
        bool truth => truth ? "true" : "false",
        string text => $"`{text}`",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        Enum named => named.ToString(),
        System.Collections.IEnumerable list => string.Join(", ", list.Cast<object>().Select(Spell)) is { Length: > 0 } items ? items : "none",
        _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("#,0.###", CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| (?<default>.+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
