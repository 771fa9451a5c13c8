using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Refusals;

/// <summary>Something that the input names does not exist.</summary>
internal sealed class NotFoundError(string code, string key, string message) : Refusal(code, message)
{
    /// <summary>What was named: a number, an id, a text.</summary>
    public string Key { get; } = key;
}

/// <summary>A value of the input cannot be taken.</summary>
internal sealed class InvalidValueError(string code, string field, string message) : Refusal(code, message)
{
    /// <summary>The field of the input.</summary>
    public string Field { get; } = field;
}

/// <summary>A rule of the logbook forbids the change as things are.</summary>
internal sealed class NotAllowedError(string code, string message) : Refusal(code, message);
