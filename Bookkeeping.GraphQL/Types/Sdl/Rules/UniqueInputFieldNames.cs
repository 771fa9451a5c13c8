using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>An input object literal gives each field once.</summary>
/// <remarks>Source: GraphQL, September 2025, "Input Object Field Uniqueness".</remarks>
internal static class UniqueInputFieldNames
{
    /// <summary>Reports every field repeated, in defaults and in the arguments of directives.</summary>
    public static void Check(SdlContext context)
    {
        foreach (var argument in context.Places.SelectMany(place => place.Directives).SelectMany(directive => directive.Arguments))
            CheckValue(context, argument.Value);
        foreach (var value in context.Document.Definitions.SelectMany(Inputs).Select(input => input.DefaultValue))
            if (value is not null) CheckValue(context, value);
    }

    private static IEnumerable<InputValueDefinitionNode> Inputs(DefinitionNode definition) => definition switch
    {
        FieldsTypeDefinitionNode type => type.Fields.SelectMany(field => field.Arguments),
        InputObjectTypeDefinitionNode input => input.Fields,
        DirectiveDefinitionNode directive => directive.Arguments,
        _ => [],
    };

    private static void CheckValue(SdlContext context, ValueNode value)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Items) CheckValue(context, item);
                break;
            case ObjectValueNode input:
                foreach (var places in Repetitions.Of(input.Fields.Select(field => field.Name)))
                    context.Report($"The input field `{places[0].Value}` can be given only once.", places);
                foreach (var field in input.Fields) CheckValue(context, field.Value);
                break;
        }
    }
}
