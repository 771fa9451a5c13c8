namespace Bookkeeping.Api.Users;

/// <summary>A person whom a system names.</summary>
internal sealed record PersonInput
{
    /// <summary>The person's number in the laboratory's directory; null when the system does not know it.</summary>
    public int? ExternalId { get; init; }

    /// <summary>First and last name, at most 255 characters.</summary>
    public required string Name { get; init; }
}
