using System.Security.Cryptography;
using System.Text;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Serves the schema in the schema definition language, as a file to download.</summary>
internal sealed class SchemaEndpoint(Schema schema, IOptions<GraphQLHttpOptions> options, RequestExecutorOptions requestOptions)
{
    private const string TypesParameter = "types";

    private readonly bool isEnabled = options.Value.EnableSchemaDownload && requestOptions.Validation.AllowIntrospection;
    private readonly Lazy<(byte[] Text, EntityTagHeaderValue Tag)> document = new(() => Encode(SchemaPrinter.Print(schema)));

    /// <summary>Handles a request.</summary>
    public Task HandleAsync(HttpContext context)
    {
        if (!isEnabled) throw HttpRefusal.NotFound(context.Request.Path);
        ReadOnly.Require(context.Request);
        context.Response.Headers.CacheControl = "public, max-age=3600, must-revalidate";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var (text, tag) = context.Request.Query.TryGetValue(TypesParameter, out var names) ? Encode(Printed(names.ToString())) : document.Value;
        return TypedResults.Bytes(text, MediaTypes.Schema, fileDownloadName: "schema.graphql", entityTag: tag).ExecuteAsync(context);
    }

    /// <summary>The definitions of the types named, in the order of their names.</summary>
    /// <exception cref="HttpRefusal">None is named, or one does not exist.</exception>
    private string Printed(string names)
    {
        var given = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (given.Length == 0) throw HttpRefusal.NoTypesNamed();
        if (given.FirstOrDefault(name => !GraphQLName.Is(name)) is { } invalid) throw HttpRefusal.InvalidTypeName(invalid);
        var types = given.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => schema.FindType(name) ?? throw HttpRefusal.UnknownTypeName(name));
        return SchemaPrinter.Print(types.ToList());
    }

    private static (byte[] Text, EntityTagHeaderValue Tag) Encode(string sdl)
    {
        var text = Encoding.UTF8.GetBytes(sdl);
        return (text, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))}\""));
    }
}
