using System.Reflection;
using System.Text.RegularExpressions;

namespace System.Text.RegularExpressions
{
    /// <summary>Says the pattern of a method; without the generator of newer runtimes it is read from here.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class GeneratedRegexAttribute(string pattern, RegexOptions options = RegexOptions.None) : Attribute
    {
        public string Pattern { get; } = pattern;

        public RegexOptions Options { get; } = options;

        /// <summary>The expression of a type's method.</summary>
        public static Regex Of(Type type, string method)
        {
            var attribute = type.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.GetCustomAttribute<GeneratedRegexAttribute>()!;
            return new Regex(attribute.Pattern, attribute.Options);
        }
    }
}

namespace Bookkeeping.GraphQL.Types.SchemaValidation
{
    internal static partial class Names
    {
        private static readonly Regex ValidExpression = GeneratedRegexAttribute.Of(typeof(Names), nameof(Valid));

        private static partial Regex Valid() => ValidExpression;
    }
}

namespace Bookkeeping.GraphQL.Types.Scalars
{
    internal sealed partial class DurationCoercion
    {
        private static readonly Regex Expression = GeneratedRegexAttribute.Of(typeof(DurationCoercion), nameof(DurationPattern));

        private static partial Regex DurationPattern() => Expression;
    }
}
