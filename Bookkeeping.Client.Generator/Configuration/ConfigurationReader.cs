using System.Text.Json;
using Bookkeeping.Client.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Bookkeeping.Client.Generator.Configuration;

/// <summary>Reads a <c>.graphqlrc.json</c>: the keys of StrawberryShake that apply here, and those that it has no word for.</summary>
internal static class ConfigurationReader
{
    // Keys that StrawberryShake knows and that change nothing here, for what they ask for is always so, or is not there.
    private static readonly HashSet<string> Ignored =
        ["url", "hashAlgorithm", "useSingleFile", "outputDirectoryName", "strictSchemaValidation", "noStore", "records", "emitGeneratedCode", "transportProfiles", "razorComponents"];

    /// <summary>Reads the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="text">What it says.</param>
    /// <param name="rootNamespace">The namespace of a client that names none.</param>
    public static ReadConfiguration Read(string path, SourceText text, string? rootNamespace)
    {
        var findings = new List<Finding>();
        path = Glob.Normalize(path);
        var fallback = Default(path, rootNamespace);
        try
        {
            using var json = JsonDocument.Parse(text.ToString(), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (json.RootElement.ValueKind != JsonValueKind.Object) findings.Add(Error("it must be an object"));
            else return new(ReadRoot(json.RootElement), new(findings));
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0);
            findings.Add(Finding.At(Rules.ConfigurationInvalid, path, text, line, (int)(e.BytePositionInLine ?? 0), 1, "it is not JSON"));
        }

        return new(null, new(findings));

        ClientConfiguration ReadRoot(JsonElement root)
        {
            var configuration = fallback;
            foreach (var member in root.EnumerateObject())
            {
                configuration = member.Name switch
                {
                    "schema" => configuration with { SchemaPath = Glob.Combine(Glob.Folder(path), Text(member) ?? "schema.graphql") },
                    "documents" => configuration with { Documents = Globs(member) },
                    "extensions" => ReadExtensions(configuration, member.Value),
                    _ => Unknown(configuration, member),
                };
            }

            return configuration;
        }

        ClientConfiguration ReadExtensions(ClientConfiguration configuration, JsonElement extensions)
        {
            // Other tools keep their settings under names of their own.
            return extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("strawberryShake", out var own) && own.ValueKind == JsonValueKind.Object
                ? own.EnumerateObject().Aggregate(configuration, ReadSetting)
                : configuration;
        }

        ClientConfiguration ReadSetting(ClientConfiguration configuration, JsonProperty member) => member.Name switch
        {
            "name" => Identifier(member) is { } name ? configuration with { Name = name } : configuration,
            "namespace" => Identifier(member) is { } name ? configuration with { Namespace = name } : configuration,
            "accessModifier" => OneOf(member, "public", "internal") is { } access ? configuration with { Access = access } : configuration,
            "requestStrategy" => OneOf(member, "Default", "PersistedOperation") is { } strategy ? configuration with { ByHash = strategy != "Default" } : configuration,
            "dependencyInjection" => configuration with { DependencyInjection = member.Value.ValueKind != JsonValueKind.False },
            "scalars" => configuration with { Scalars = Scalars(member.Value) },
            _ => Ignored.Contains(member.Name) ? configuration : Unknown(configuration, member),
        };

        EquatableArray<string> Globs(JsonProperty member)
        {
            var patterns = member.Value.ValueKind == JsonValueKind.Array
                ? member.Value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
                : Text(member) is { } one ? [one] : ["**/*.graphql"];
            return new(patterns.Select(pattern => Glob.Combine(Glob.Folder(path), pattern)));
        }

        EquatableArray<ScalarMapping> Scalars(JsonElement scalars)
        {
            var mappings = new List<ScalarMapping>();
            if (scalars.ValueKind != JsonValueKind.Object) findings.Add(Error("`scalars` must be an object: \"Colour\": { \"type\": \"My.Colour\", \"codec\": \"My.ColourCodec\" }", "scalars"));
            else
                foreach (var scalar in scalars.EnumerateObject())
                    if (Mapping(scalar) is { } mapping) mappings.Add(mapping);
            return new(mappings.OrderBy(mapping => mapping.Scalar, StringComparer.Ordinal));
        }

        ScalarMapping? Mapping(JsonProperty scalar)
        {
            if (scalar.Value.ValueKind == JsonValueKind.Object && Member("type") is { } type && Member("codec") is { } codec)
                return new(scalar.Name, type, codec, scalar.Value.TryGetProperty("valueType", out var isValue) && isValue.ValueKind == JsonValueKind.True);
            findings.Add(Error($"the scalar {scalar.Name} needs a \"type\" and a \"codec\", the names of C# types", scalar.Name));
            return null;

            string? Member(string name) => scalar.Value.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }

        string? Identifier(JsonProperty member)
        {
            if (Text(member) is not { } name) return null;
            if (name.Split('.').All(SyntaxFacts.IsValidIdentifier)) return name;
            findings.Add(Error($"`{member.Name}` must be a name of C#, and is \"{name}\"", member.Name));
            return null;
        }

        string? OneOf(JsonProperty member, params string[] values)
        {
            if (Text(member) is not { } value) return null;
            if (values.Contains(value)) return value;
            findings.Add(Error($"`{member.Name}` is one of {string.Join(", ", values)}, and is \"{value}\"", member.Name));
            return null;
        }

        string? Text(JsonProperty member)
        {
            if (member.Value.ValueKind == JsonValueKind.String) return member.Value.GetString();
            findings.Add(Error($"`{member.Name}` must be a string", member.Name));
            return null;
        }

        ClientConfiguration Unknown(ClientConfiguration configuration, JsonProperty member)
        {
            findings.Add(At(Rules.ConfigurationKeyUnknown, member.Name, member.Name));
            return configuration;
        }

        Finding Error(string message, string? key = null) => At(Rules.ConfigurationInvalid, key, message);

        Finding At(Rule rule, string? key, string message)
        {
            var start = key is null ? 0 : Math.Max(0, text.ToString().IndexOf($"\"{key}\"", StringComparison.Ordinal));
            var place = text.Lines.GetLinePosition(start);
            return Finding.At(rule, path, text, place.Line, place.Character, (key?.Length ?? -1) + 2, message);
        }
    }

    private static ClientConfiguration Default(string path, string? rootNamespace) => new()
    {
        Path = path,
        SchemaPath = Glob.Combine(Glob.Folder(path), "schema.graphql"),
        Documents = new([Glob.Combine(Glob.Folder(path), "**/*.graphql")]),
        Namespace = string.IsNullOrEmpty(rootNamespace) ? "GraphQLClient" : rootNamespace!,
    };
}

/// <summary>A configuration, or why there is none.</summary>
internal sealed record ReadConfiguration(ClientConfiguration? Configuration, EquatableArray<Finding> Findings);
