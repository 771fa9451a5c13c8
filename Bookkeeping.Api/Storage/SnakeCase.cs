using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Storage;

/// <summary>Names as the databases have them.</summary>
internal static class SnakeCase
{
    /// <summary><c>TimeO2Start</c> as <c>time_o2_start</c>.</summary>
    public static string Of(string pascalCase) => Naming.UpperSnakeCase(pascalCase).ToLowerInvariant();
}
