using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Idempotency;

/// <summary>A request that was carried out, remembered by the key that its sender gave it.</summary>
internal sealed class RememberedRequest
{
    /// <summary>The mutation; the same key may be given to another one.</summary>
    internal string Mutation { get; set; } = "";

    /// <summary>The sender's key.</summary>
    internal string Key { get; set; } = "";

    /// <summary>SHA-256 of the input, to tell another one of the same key.</summary>
    internal string InputDigest { get; set; } = "";

    /// <summary>The key of what was written.</summary>
    internal string Result { get; set; } = "";

    /// <summary>When it was carried out.</summary>
    internal DateTimeOffset At { get; set; }
}

/// <summary>How remembered requests are stored.</summary>
internal sealed class RememberedRequestTable : IEntityTypeConfiguration<RememberedRequest>
{
    /// <summary>The table's name.</summary>
    public const string Name = "remembered_requests";

    public void Configure(EntityTypeBuilder<RememberedRequest> request)
    {
        request.ToTable(Name);
        request.Property(r => r.Mutation);
        request.Property(r => r.Key);
        request.Property(r => r.InputDigest);
        request.Property(r => r.Result);
        request.Property(r => r.At);
        request.HasKey(r => new { r.Mutation, r.Key });
        request.HasIndex(r => new { r.At, r.Mutation, r.Key });
    }
}
