using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl;

/// <summary>How a directive may be applied, whether it is defined by the document or by the schema it extends.</summary>
internal sealed class DirectiveSignature
{
    /// <summary>Of a directive of a schema.</summary>
    public DirectiveSignature(DirectiveType directive)
    {
        Locations = [.. directive.Locations];
        IsRepeatable = directive.IsRepeatable;
        Arguments = [.. directive.Arguments.Select(argument => argument.Name)];
        RequiredArguments = [.. directive.Arguments.Where(argument => argument.IsRequired).Select(argument => argument.Name)];
    }

    /// <summary>Of a directive defined by the document.</summary>
    public DirectiveSignature(DirectiveDefinitionNode node)
    {
        Locations = [.. node.Locations.Select(location => location.Value)];
        IsRepeatable = node.IsRepeatable;
        Arguments = [.. node.Arguments.Select(argument => argument.Name.Value)];
        RequiredArguments =
        [
            .. node.Arguments
                .Where(argument => argument.Type is NonNullTypeNode && argument.DefaultValue is null)
                .Select(argument => argument.Name.Value),
        ];
    }

    /// <summary>The places where it may stand.</summary>
    public IReadOnlyList<string> Locations { get; }

    /// <summary>Whether it may stand more than once in one place.</summary>
    public bool IsRepeatable { get; }

    /// <summary>The names of its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The names of the arguments that must be given.</summary>
    public IReadOnlyList<string> RequiredArguments { get; }
}
