namespace Bookkeeping.GraphQL.Language;

/// <summary>Gives names that recur as one string: documents of one schema repeat the same few hundred.</summary>
/// <remarks>
/// Bounded: a slot keeps the last name that fell into it, and long names are not kept. Threads may race for a slot; the loser's string is
/// merely not shared.
/// </remarks>
internal static class NamePool
{
    private const int MaxLength = 32;
    private static readonly string?[] Slots = new string?[1024];

    /// <summary>The text as a string.</summary>
    public static string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength) return text.ToString();
        ref var slot = ref Slots[Hash(text) % (uint)Slots.Length];
        var known = slot;
        if (known is not null && text.SequenceEqual(known.AsSpan())) return known;
        return slot = text.ToString();
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
