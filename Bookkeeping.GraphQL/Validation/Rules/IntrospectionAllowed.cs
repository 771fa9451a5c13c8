using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>
/// The schema can be asked about itself only where that is switched on. A choice of ours, not a rule of the specification.
/// </summary>
internal sealed class IntrospectionAllowed(ValidationContext context) : ValidationRule(context, null)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Options.AllowIntrospection || Context.Field is null || field.Name.Value is not ("__schema" or "__type")) return;
        ReportCode(
            ErrorCodes.IntrospectionForbidden,
            $"This server does not answer questions about its schema; `{field.Name.Value}` cannot be selected.",
            field,
            ("field", field.Name.Value));
    }
}
