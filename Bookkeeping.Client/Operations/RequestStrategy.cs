namespace Bookkeeping.Client;

/// <summary>How a client names its documents to the server.</summary>
public enum RequestStrategy
{
    /// <summary>By their text.</summary>
    Default,

    /// <summary>By their hash alone (<c>id</c>): the server must know them beforehand, and may refuse all others.</summary>
    PersistedOperation,
}
