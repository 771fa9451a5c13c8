using System.Text;

namespace Bookkeeping.Tests.GraphQL.Language;

/// <summary>Texts nobody would write.</summary>
internal static class FuzzText
{
    /// <summary>Every string over an alphabet up to a length, the shortest first.</summary>
    public static IEnumerable<string> All(string alphabet, int maxLength) => All([.. alphabet.Select(c => c.ToString())], maxLength);

    /// <summary>Every sequence of words up to a number of them, the shortest first.</summary>
    public static IEnumerable<string> All(IReadOnlyList<string> words, int maxLength)
    {
        for (var length = 0; length <= maxLength; length++)
        {
            var indices = new int[length];
            do
            {
                yield return string.Concat(indices.Select(i => words[i]));
            }
            while (Increment(indices, words.Count));
        }
    }

    /// <summary>A text with a few random cuts, copies and replacements.</summary>
    public static string Mutate(string text, string alphabet, Random random, int maxChanges = 5)
    {
        var mutated = new StringBuilder(text);
        for (var changes = random.Next(1, maxChanges + 1); changes > 0 && mutated.Length > 0; changes--)
        {
            var at = random.Next(mutated.Length);
            var length = Math.Min(random.Next(1, 12), mutated.Length - at);
            switch (random.Next(4))
            {
                case 0: mutated.Remove(at, length); break;
                case 1: mutated.Insert(random.Next(mutated.Length), mutated.ToString(at, length)); break;
                case 2: mutated[at] = alphabet[random.Next(alphabet.Length)]; break;
                default: mutated.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
            }
        }

        return mutated.ToString();
    }

    private static bool Increment(int[] indices, int end)
    {
        for (var i = indices.Length - 1; i >= 0; i--)
        {
            if (++indices[i] < end) return true;
            indices[i] = 0;
        }

        return false;
    }
}
