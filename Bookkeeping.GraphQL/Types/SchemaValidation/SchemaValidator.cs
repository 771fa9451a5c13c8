using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>Checks that a schema keeps the rules of the type system, whatever it was built from.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type System": the paragraphs "Type Validation" and those on the root types.</remarks>
public static class SchemaValidator
{
    /// <summary>Checks a schema; what it shares with every schema (built-in scalars and directives, introspection) is not checked again.</summary>
    /// <returns>All errors, with places where the schema came from SDL; empty when it is valid.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema)
    {
        var context = new SchemaContext(schema);
        RootTypes.Check(context);
        Names.Check(context);
        UniqueMembers.Check(context);
        NonEmptyTypes.Check(context);
        MemberTypes.Check(context);
        ImplementedInterfaces.Check(context);
        InterfaceFields.Check(context);
        UnionMembers.Check(context);
        OneOfInputs.Check(context);
        FiniteInputs.Check(context);
        FiniteDefaults.Check(context);
        ConstantValues.Check(context);
        Deprecations.Check(context);
        DirectiveDefinitions.Check(context);
        return context.Errors;
    }
}
