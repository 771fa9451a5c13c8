using System.Text.RegularExpressions;

// Members that newer runtimes have and netstandard2.0 has not, as far as the linked sources use them. In the namespaces of their types, so
// that the sources find them unchanged.
namespace System
{
    internal static class NewerSystemMembers
    {
        extension(double)
        {
            public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

            public static bool TryParse(string? text, Globalization.NumberStyles styles, IFormatProvider provider, out double value) =>
                double.TryParse(text, styles, provider, out value);
        }

        extension(decimal)
        {
            public static decimal Parse(ReadOnlySpan<char> text, Globalization.NumberStyles styles, IFormatProvider provider) =>
                decimal.Parse(text.ToString(), styles, provider);
        }

        extension(char)
        {
            public static bool IsAsciiDigit(char letter) => letter is >= '0' and <= '9';
        }

        extension(Enum)
        {
            public static T[] GetValues<T>() => (T[])Enum.GetValues(typeof(T));

            public static string[] GetNames<T>() => Enum.GetNames(typeof(T));
        }

        public static bool StartsWith(this string text, char letter) => text.Length > 0 && text[0] == letter;

        public static bool Contains(this string text, char letter) => text.IndexOf(letter) >= 0;

        public static bool ContainsAny(this ReadOnlySpan<char> text, char first, char second, char third) => text.IndexOfAny(first, second, third) >= 0;
    }
}

namespace System.Linq
{
    internal static class NewerLinqMembers
    {
        public static HashSet<T> ToHashSet<T>(this IEnumerable<T> items, IEqualityComparer<T>? comparer = null) => new(items, comparer);

        public static IEnumerable<T> SkipLast<T>(this IReadOnlyCollection<T> items, int count) => items.Take(items.Count - count);

        public static IEnumerable<T> ExceptBy<T, TKey>(this IEnumerable<T> items, IEnumerable<TKey> keys, Func<T, TKey> key)
        {
            var seen = keys.ToHashSet();
            return items.Where(item => seen.Add(key(item)));
        }
    }
}

namespace System.Collections.Generic
{
    internal static class NewerCollectionMembers
    {
        public static bool TryAdd<TKey, TValue>(this Dictionary<TKey, TValue> entries, TKey key, TValue value)
        {
            if (entries.ContainsKey(key)) return false;
            entries.Add(key, value);
            return true;
        }

        public static TValue? GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> entries, TKey key) =>
            entries.TryGetValue(key, out var value) ? value : default;

        public static void Deconstruct<TKey, TValue>(this KeyValuePair<TKey, TValue> entry, out TKey key, out TValue value)
        {
            key = entry.Key;
            value = entry.Value;
        }

        public static bool TryPop<T>(this Stack<T> stack, out T item)
        {
            item = stack.Count > 0 ? stack.Peek() : default!;
            return stack.Count > 0 && stack.Pop() is var _;
        }
    }
}

namespace System.Runtime.InteropServices
{
    internal static class CollectionsMarshal
    {
        public static Span<T> AsSpan<T>(List<T> items) => items.ToArray();
    }
}

namespace System.Text.RegularExpressions
{
    internal static class NewerRegexMembers
    {
        extension(Group group)
        {
            public ReadOnlySpan<char> ValueSpan => group.Value.AsSpan();
        }
    }
}

namespace System.Text
{
    internal static class NewerTextMembers
    {
        public static string GetString(this Encoding encoding, Span<byte> bytes) => encoding.GetString(bytes.ToArray());
    }
}

namespace System.Text.Json
{
    internal static class NewerJsonMembers
    {
        extension(JsonElement)
        {
            public static JsonElement Parse(ReadOnlySpan<byte> json)
            {
                var reader = new Utf8JsonReader(json);
                return JsonElement.ParseValue(ref reader);
            }
        }
    }
}

namespace System.Buffers
{
    /// <summary>Collects bytes.</summary>
    internal sealed class ArrayBufferWriter<T> : IBufferWriter<T>
    {
        private T[] buffer = new T[256];
        private int written;

        public ReadOnlySpan<T> WrittenSpan => buffer.AsSpan(0, written);

        public void Advance(int count) => written += count;

        public Memory<T> GetMemory(int sizeHint = 0)
        {
            var needed = written + Math.Max(sizeHint, 1);
            if (needed > buffer.Length) Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
            return buffer.AsMemory(written);
        }

        public Span<T> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
