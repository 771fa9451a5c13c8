namespace Bookkeeping.Client;

/// <summary>What an operation does.</summary>
public enum OperationKind
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Writes.</summary>
    Mutation,

    /// <summary>Follows.</summary>
    Subscription,
}

/// <summary>An operation as it is sent.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">The GraphQL text: the operation and the fragments that it uses.</param>
/// <param name="Hash">SHA-256 of the text in UTF-8, as lower-case hexadecimal digits: the id of a stored operation.</param>
public sealed record OperationDocument(OperationKind Kind, string Name, string Text, string Hash);
