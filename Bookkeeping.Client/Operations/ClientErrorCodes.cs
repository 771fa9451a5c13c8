namespace Bookkeeping.Client;

/// <summary>The codes of errors that are met on the way to the server; all others are the server's.</summary>
public static class ClientErrorCodes
{
    /// <summary>The server was not reached, is not ready, or was lost in the middle: a later try may do.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>The server did not answer in time.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>What came back is no answer of a GraphQL server.</summary>
    public const string InvalidResponse = "INVALID_RESPONSE";

    /// <summary>The answer does not fit the schema that the client was generated from.</summary>
    public const string UnexpectedAnswer = "UNEXPECTED_ANSWER";

    /// <summary>The server does not talk to this client: another address, protocol or authorization is needed.</summary>
    public const string Refused = "REFUSED";
}
