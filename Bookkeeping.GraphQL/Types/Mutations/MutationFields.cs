using System.Reflection;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>Makes fields of <c>Mutation</c> of a class: <c>EndRun</c> becomes <c>endRun(input: EndRunInput!): EndRunPayload!</c>.</summary>
/// <remarks>
/// The payload has the result, named after its type and null when the mutation was refused, and <c>errors</c>, null when it was not. A method that takes
/// <c>items</c> and gives an <see cref="ItemResult{T}"/> for each has a list form as well,
/// <c>endRunBatch(input: EndRunBatchInput!): EndRunBatchPayload!</c>; <see cref="OnlyInListsAttribute"/> leaves only that.
/// </remarks>
internal static class MutationFields
{
    /// <summary>The argument of the fields.</summary>
    public const string Input = "input";

    /// <summary>The argument of a method that takes a list.</summary>
    public const string Items = "items";

    private const string MethodName = "ExecuteAsync";

    /// <summary>Makes the fields of a class.</summary>
    /// <param name="type">The class; its method <c>ExecuteAsync</c> takes the <c>input</c>, or <c>items</c>.</param>
    /// <param name="builder">Gives types, names and descriptions.</param>
    /// <param name="conventions">Who may make the payload's result.</param>
    /// <exception cref="SchemaException">The class is not made like a mutation.</exception>
    public static IEnumerable<Field> Make(Type type, SchemaBuilder builder, IReadOnlyList<IFieldConvention> conventions)
    {
        var method = type.GetMethod(MethodName, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            ?? throw Fault.Of($"a mutation has one public method {MethodName}, which takes its input and returns its result.");
        var call = builder.CallOf(method);
        var refusals = type.GetCustomAttributes().OfType<IRefuses>().Select(declared => declared.Refusal).ToHashSet();
        var types = new MutationTypes(Naming.TypeName(type), method, refusals, builder, conventions);
        if (call.Arguments is [{ Name: Input, Type: NonNullType { OfType: InputObjectType } } input])
            return [Made(Naming.TypeName(type), MutationForm.Plain, input, types.Payload())];
        if (call.Arguments is not [{ Name: Items, Type: NonNullType { OfType: ListType { OfType: NonNullType { OfType: InputObjectType item } } } }, ..]
            || !ItemsOf(builder.GraphTypes.TypeOf(method)))
            throw Fault.Of($"{MethodName} takes one argument of a client: an object called input, of a class {type.Name}Input; or a list called items, and gives an ItemResult for each.");
        var isList = type.IsDefined(typeof(OnlyInListsAttribute));
        var form = Naming.TypeName(type) + (isList ? "" : "Batch");
        var batch = Made(form, MutationForm.Batch, new InputValue(Input, new NonNullType(types.BatchInput(form, call))), types.BatchPayload(form));
        return isList ? [batch] : [Made(Naming.TypeName(type), MutationForm.OneItem, new InputValue(Input, new NonNullType(item)), types.Payload()), batch];

        Field Made(string name, MutationForm form, InputValue input, ObjectType payload)
        {
            input.Description ??= "What is asked for.";
            var roles = type.GetCustomAttribute<RequiresRoleAttribute>()?.Roles ?? [];
            var field = Naming.CamelCase(name);
            return new Field(field, new NonNullType(payload))
            {
                Description = Describe(builder.DescriptionOf(type), form, roles),
                DeprecationReason = type.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
                Resolver = new MutationResolver(field, form, call, Results.AwaiterOf(method.ReturnType), roles, refusals) { Requires = [] },
                Arguments = { input },
            };
        }
    }

    /// <summary>What a method gives for one input: for a list form the value of an item.</summary>
    public static AnnotatedType ResultOf(AnnotatedType returned)
    {
        var awaited = returned.Awaited();
        return awaited.Item() is { } item && item.Type.IsOf(typeof(ItemResult<>))
            ? new AnnotatedType(item.Type.GetGenericArguments()[0], item.Nullability?.GenericTypeArguments.ElementAtOrDefault(0))
            : awaited;
    }

    private static bool ItemsOf(AnnotatedType returned) => returned.Awaited().Item() is { } item && item.Type.IsOf(typeof(ItemResult<>));

    private static string? Describe(string? description, MutationForm form, IReadOnlyList<string> roles)
    {
        string?[] parts =
        [
            description,
            form == MutationForm.Batch ? "Takes a list and answers each item on its own." : null,
            roles.Count > 0 ? $"Needs the role {string.Join(" or ", roles.Select(role => $"`{role}`"))}." : null,
        ];
        return parts.Any(part => part is not null) ? string.Join("\n\n", parts.Where(part => part is not null)) : null;
    }
}
