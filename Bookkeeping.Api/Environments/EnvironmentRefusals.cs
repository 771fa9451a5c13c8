using Bookkeeping.Api.Refusals;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Environments;

/// <summary>Why changes of environments are refused.</summary>
internal static class EnvironmentRefusals
{
    /// <summary>The longest id.</summary>
    public const int MaxIdLength = 64;

    /// <summary>The longest message, characters.</summary>
    public const int MaxMessageLength = 65_536;

    /// <summary>The environment is not known, and this change cannot create it.</summary>
    public static RefusalException NotFound(string environmentId) => new NotFoundError(
        "ENVIRONMENT_NOT_FOUND", environmentId,
        $"There is no environment {environmentId}: recordEnvironmentStatus with a configuration creates it.").AsException();
}
