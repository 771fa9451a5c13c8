namespace Bookkeeping.Api.Idempotency;

/// <summary>How long requests are remembered by their idempotency keys.</summary>
internal sealed record IdempotencyOptions
{
    /// <summary>Where the configuration has them.</summary>
    public const string SectionName = "Bookkeeping:Idempotency";

    /// <summary>The longest key, characters.</summary>
    public const int MaxKeyLength = 255;

    /// <summary>How long a request is remembered; 7 days unless told otherwise.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How often requests that are older are deleted; every hour unless told otherwise.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many are deleted in one transaction, 1000 unless told otherwise: other writers wait no longer than that takes.</summary>
    public int SweepStep { get; init; } = 1000;

    /// <summary>Whether the settings make sense.</summary>
    public bool IsValid() => Lifetime > TimeSpan.Zero && SweepInterval > TimeSpan.Zero && SweepStep > 0;
}
