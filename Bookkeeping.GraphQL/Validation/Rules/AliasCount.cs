using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>
/// A document has no more aliases than the options allow: each can repeat the work of its field. A limit of ours, not a rule of the
/// specification.
/// </summary>
internal sealed class AliasCount(ValidationContext context) : ValidationRule(context, null)
{
    private int count;

    public override void EnterField(FieldNode field)
    {
        var limit = Context.Options.MaxAliases;
        if (field.Alias is null || ++count != limit + 1) return;
        Report($"The document has more aliases than the {limit} allowed; this is the first beyond them.", field, ("maxAliases", limit));
    }
}
