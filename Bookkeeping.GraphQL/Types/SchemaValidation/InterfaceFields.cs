namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>A type has the fields of its interfaces: of the same type or a narrower one, with the same arguments, and none more that is required.</summary>
/// <remarks>Source: GraphQL, September 2025, "Objects", IsValidImplementation().</remarks>
internal static class InterfaceFields
{
    /// <summary>Reports every field that is missing or does not fit.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types.OfType<FieldsType>())
        {
            foreach (var contract in type.Interfaces.Distinct().Where(contract => contract != type))
            {
                foreach (var promised in contract.Fields)
                {
                    if (type.Fields.TryGet(promised.Name, out var field)) CheckField(context, new(contract, promised), new(type, field));
                    else context.Report($"`{type}` needs the field `{contract}.{promised.Name}`.", [promised.SyntaxNode, .. type.SyntaxNodes]);
                }
            }
        }
    }

    private static void CheckField(SchemaContext context, FieldPlace promised, FieldPlace given)
    {
        if (!TypeRelations.IsSubtype(given.Field.Type, promised.Field.Type))
        {
            context.Report(
                $"`{given.Coordinate}` is of type `{given.Field.Type}`, but `{promised.Coordinate}` promises `{promised.Field.Type}`.",
                SyntaxPlaces.TypeOf(promised.Field), SyntaxPlaces.TypeOf(given.Field));
        }

        CheckArguments(context, promised, given);
        foreach (var argument in given.Field.Arguments.Where(argument => argument.IsRequired && !promised.Field.Arguments.Contains(argument.Name)))
        {
            context.Report(
                $"`{given.Coordinate}` cannot require the argument `{argument.Name}`, which `{promised.Coordinate}` does not have.",
                argument.SyntaxNode, promised.Field.SyntaxNode);
        }

        if (given.Field.DeprecationReason is not null && promised.Field.DeprecationReason is null)
        {
            context.Report(
                $"`{given.Coordinate}` cannot be deprecated unless `{promised.Coordinate}` is.",
                SyntaxPlaces.DeprecationOf(given.Field), promised.Field.SyntaxNode);
        }
    }

    private static void CheckArguments(SchemaContext context, FieldPlace promised, FieldPlace given)
    {
        foreach (var argument in promised.Field.Arguments)
        {
            if (!given.Field.Arguments.TryGet(argument.Name, out var own))
            {
                context.Report(
                    $"`{given.Coordinate}` needs the argument `{promised.Coordinate}({argument.Name}:)`.",
                    argument.SyntaxNode, given.Field.SyntaxNode);
            }
            else if (!TypeRelations.AreEqual(own.Type, argument.Type))
            {
                context.Report(
                    $"`{given.Coordinate}({own.Name}:)` is of type `{own.Type}`, but `{promised.Coordinate}({argument.Name}:)` takes `{argument.Type}`.",
                    SyntaxPlaces.TypeOf(argument), SyntaxPlaces.TypeOf(own));
            }
        }
    }
}
