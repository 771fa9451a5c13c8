using Bookkeeping.Api.Logs;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Users;

/// <summary>A person, or Anonymous: who did what nobody in particular did.</summary>
[DefaultOrder(nameof(Name))]
internal sealed class User
{
    /// <summary>The number of Anonymous.</summary>
    internal const int AnonymousId = 0;

    /// <summary>The user's number in the logbook; 0 is Anonymous.</summary>
    public int UserId { get; set; }

    /// <summary>The person's number in the laboratory's directory; 0 is Anonymous, null when not known.</summary>
    public int? ExternalId { get; set; }

    /// <summary>First and last name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The log entries the user wrote.</summary>
    [UsePaging]
    public List<LogEntry> LogEntries { get; set; } = [];
}
