namespace Bookkeeping.Client.Generator.Configuration;

/// <summary>What a <c>.graphqlrc.json</c> says. Compared by value, so that the compiler redoes only what a change of it concerns.</summary>
internal sealed record ClientConfiguration
{
    /// <summary>The file that says so.</summary>
    public required string Path { get; init; }

    /// <summary>The schema's file, as a full path.</summary>
    public required string SchemaPath { get; init; }

    /// <summary>Which files are documents, as globs of full paths.</summary>
    public required EquatableArray<string> Documents { get; init; }

    /// <summary>The client's name, <c>LogbookClient</c>.</summary>
    public string Name { get; init; } = "GraphQLClient";

    /// <summary>The namespace of all that is generated.</summary>
    public string Namespace { get; init; } = "GraphQLClient";

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public string Access { get; init; } = "public";

    /// <summary>Whether documents are sent by their hash alone.</summary>
    public bool ByHash { get; init; }

    /// <summary>Whether the client is registered in services.</summary>
    public bool DependencyInjection { get; init; } = true;

    /// <summary>C# types of scalars that the client does not know, by scalar.</summary>
    public EquatableArray<ScalarMapping> Scalars { get; init; }
}

/// <summary>The C# type of a scalar.</summary>
/// <param name="Scalar">The scalar's name.</param>
/// <param name="Type">The C# type, with its namespace.</param>
/// <param name="Codec">The class that reads and writes it: <c>static T Read(JsonElement)</c>, <c>static void Write(Utf8JsonWriter, T)</c>.</param>
/// <param name="IsValueType">Whether the C# type is a struct.</param>
internal sealed record ScalarMapping(string Scalar, string Type, string Codec, bool IsValueType);
