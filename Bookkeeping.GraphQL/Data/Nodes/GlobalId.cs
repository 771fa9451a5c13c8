using System.Text;

namespace Bookkeeping.GraphQL.Data.Nodes;

/// <summary>Reads global ids that clients give back in inputs.</summary>
public static class GlobalId
{
    /// <summary>The key in an id.</summary>
    /// <typeparam name="TKey">The key's type: a whole number or a Guid.</typeparam>
    /// <param name="typeName">The name of the object type that the id must be of.</param>
    /// <param name="id">What the client gave.</param>
    /// <returns>Null when it is the id of another type, or none.</returns>
    public static TKey? KeyOf<TKey>(string typeName, string id)
        where TKey : struct => (TKey?)Read(Encoding.UTF8.GetBytes(typeName + ":"), id, typeof(TKey));

    /// <summary>The key behind a prefix in an id; null when there is none.</summary>
    internal static object? Read(byte[] prefix, string id, Type key) =>
        IdText.Read(id) is { } bytes && bytes.AsSpan().StartsWith(prefix) ? KeyText.Read(bytes.AsSpan(prefix.Length), key) : null;
}
