using System.Reflection;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>Makes a field of <c>Mutation</c> of a class: <c>EndRun</c> becomes <c>endRun(input: EndRunInput!): EndRunPayload!</c>.</summary>
/// <remarks>The payload has the result, named after its type and null when the mutation was refused, and <c>errors</c>, null when it was not.</remarks>
internal static class MutationFields
{
    private const string MethodName = "ExecuteAsync";

    /// <summary>Makes the field of a class.</summary>
    /// <param name="type">The class; its method <c>ExecuteAsync</c> takes the <c>input</c>.</param>
    /// <param name="builder">Gives types, names and descriptions.</param>
    /// <param name="conventions">Who may make the payload's result.</param>
    /// <exception cref="SchemaException">The class is not made like a mutation.</exception>
    public static Field Make(Type type, SchemaBuilder builder, IReadOnlyList<IFieldConvention> conventions)
    {
        var method = type.GetMethod(MethodName, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            ?? throw Fault.Of($"a mutation has one public method {MethodName}, which takes its input and returns its result.");
        var call = builder.CallOf(method);
        if (call.Arguments is not [{ Name: "input", Type: NonNullType { OfType: InputObjectType } }])
            throw Fault.Of($"{MethodName} takes one argument of a client: an object called input, of a class {type.Name}Input.");
        var refusals = type.GetCustomAttributes().OfType<IRefuses>().Select(declared => declared.Refusal).ToHashSet();
        var roles = type.GetCustomAttribute<RequiresRoleAttribute>()?.Roles ?? [];
        var name = Naming.CamelCase(Naming.TypeName(type));
        return new Field(name, new NonNullType(Payload(type, method, refusals, builder, conventions)))
        {
            Description = Describe(builder.DescriptionOf(type), roles),
            DeprecationReason = type.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Resolver = new MutationResolver(name, call, Results.AwaiterOf(method.ReturnType), roles, refusals) { Requires = [] },
            Arguments = { Described(call.Arguments[0]) },
        };
    }

    private static ObjectType Payload(
        Type type, MethodInfo method, IReadOnlyCollection<Type> refusals, SchemaBuilder builder, IReadOnlyList<IFieldConvention> conventions)
    {
        var name = Naming.TypeName(type);
        var payload = new ObjectType(name + "Payload")
        {
            ClrType = typeof(MutationPayload), Description = $"What `{Naming.CamelCase(name)}` gives.", IsTypeOf = _ => false,
        };
        builder.AddType(payload);
        payload.Fields.Add(conventions.Select(c => c.CreateField(method, payload, builder)).FirstOrDefault(f => f is not null) ?? Result(method, builder));
        if (refusals.Count > 0) payload.Fields.Add(Errors(Union(name, refusals, builder)));
        return payload;
    }

    private static Field Result(MethodInfo method, SchemaBuilder builder)
    {
        var type = builder.OutputTypeOf(method).Nullable;
        return new Field(Naming.CamelCase(type.Named.Name), type)
        {
            Description = "The result; null when the mutation was refused.",
            Resolver = new PropertyResolver(payload => ((MutationPayload)payload).Result),
        };
    }

    private static Field Errors(UnionType union) => new("errors", new ListType(new NonNullType(union)))
    {
        Description = "Why nothing was changed; null when the mutation was carried out.",
        Resolver = new PropertyResolver(payload => ((MutationPayload)payload).Errors),
    };

    private static UnionType Union(string name, IReadOnlyCollection<Type> refusals, SchemaBuilder builder)
    {
        var union = new UnionType(name + "Error") { Description = $"Why `{Naming.CamelCase(name)}` can be refused." };
        foreach (var refusal in refusals.OrderBy(Naming.TypeName, StringComparer.Ordinal)) union.Types.Add((ObjectType)builder.ObjectTypeOf(refusal));
        builder.AddType(union);
        return union;
    }

    private static InputValue Described(InputValue input)
    {
        input.Description ??= "What is asked for.";
        return input;
    }

    private static string? Describe(string? description, IReadOnlyList<string> roles)
    {
        if (roles.Count == 0) return description;
        var needed = $"Needs the role {string.Join(" or ", roles.Select(role => $"`{role}`"))}.";
        return description is null ? needed : $"{description}\n\n{needed}";
    }
}
