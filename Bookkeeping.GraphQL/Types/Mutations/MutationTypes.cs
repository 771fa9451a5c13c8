using System.Reflection;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Costs;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>Makes the types around one mutation: payloads, the union of its errors, and the input of its list form.</summary>
/// <param name="name">The mutation's class.</param>
/// <param name="method">Its method.</param>
/// <param name="refusals">How it can be refused.</param>
/// <param name="builder">Registers the types.</param>
/// <param name="conventions">Who may make the field of the result.</param>
internal sealed class MutationTypes(
    string name, MethodInfo method, IReadOnlyCollection<Type> refusals, SchemaBuilder builder, IReadOnlyList<IFieldConvention> conventions)
{
    /// <summary>How many items a list is taken to have when the cost of an operation is counted.</summary>
    private const int AssumedItems = 1000;

    private readonly string field = Naming.CamelCase(name);
    private readonly UnionType? union = refusals.Count > 0 ? Union(name, refusals, builder) : null;

    /// <summary>What a mutation with one input gives.</summary>
    public ObjectType Payload()
    {
        var payload = Made(name + "Payload", typeof(MutationPayload), $"What `{field}` gives.");
        payload.Fields.Add(Result(payload));
        AddErrors(payload, payload => ((MutationPayload)payload).Errors, "Why nothing was changed; null when the mutation was carried out.");
        return payload;
    }

    /// <summary>What the list form gives.</summary>
    /// <param name="form">The name of the list form's types.</param>
    public ObjectType BatchPayload(string form)
    {
        var item = Made(name + "Result", typeof(MutationPayload), $"What became of one item of `{Naming.CamelCase(form)}`.");
        item.Fields.Add(new Field("index", new NonNullType(BuiltInScalars.Int))
        {
            Description = "The item's place in `items`, from 0.", Resolver = new PropertyResolver(payload => ((MutationPayload)payload).Index),
        });
        item.Fields.Add(Result(item));
        AddErrors(item, payload => ((MutationPayload)payload).Errors, "Why the item was refused and changed nothing; null when it was carried out.");
        var batch = Made(form + "Payload", typeof(BatchPayload), $"What `{Naming.CamelCase(form)}` gives.");
        batch.Fields.Add(new Field("results", new ListType(new NonNullType(item)))
        {
            Description = "What became of each item, in the order of `items`; null when the list as such was refused.",
            Resolver = new PropertyResolver(payload => ((BatchPayload)payload).Results),
            AppliedDirectives = { new ListSize { AssumedSize = AssumedItems }.Directive() },
        });
        AddErrors(batch, payload => ((BatchPayload)payload).Errors, "Why the list as such was refused and nothing was changed; null when each item has its result.");
        return batch;
    }

    /// <summary>What the list form takes: a field for each argument of the method.</summary>
    /// <param name="form">The name of the list form's types.</param>
    /// <param name="call">The method.</param>
    public InputObjectType BatchInput(string form, MethodCall call)
    {
        var input = new InputObjectType(form + "Input") { Description = $"What `{Naming.CamelCase(form)}` takes." };
        foreach (var argument in call.Arguments) input.Fields.Add(argument);
        input.Fields[MutationFields.Items].Description ??=
            "What is asked for, item by item, in the order in which they are carried out. One that is refused keeps none of the others from being carried out.";
        builder.AddType(input);
        return input;
    }

    private ObjectType Made(string type, Type clrType, string description)
    {
        var made = new ObjectType(type) { ClrType = clrType, Description = description, IsTypeOf = _ => false };
        builder.AddType(made);
        return made;
    }

    private Field Result(ObjectType payload)
    {
        if (conventions.Select(c => c.CreateField(method, payload, builder)).FirstOrDefault(f => f is not null) is { } made) return made;
        var type = builder.GraphTypes.Output(MutationFields.ResultOf(builder.GraphTypes.TypeOf(method))).Nullable;
        return new Field(Naming.CamelCase(type.Named.Name), type)
        {
            Description = "The result; null when the mutation was refused.",
            Resolver = new PropertyResolver(payload => ((MutationPayload)payload).Result),
        };
    }

    private void AddErrors(ObjectType payload, Func<object, object?> read, string description)
    {
        if (union is null) return;
        payload.Fields.Add(new Field("errors", new ListType(new NonNullType(union))) { Description = description, Resolver = new PropertyResolver(read) });
    }

    private static UnionType Union(string name, IReadOnlyCollection<Type> refusals, SchemaBuilder builder)
    {
        var union = new UnionType(name + "Error") { Description = $"Why `{Naming.CamelCase(name)}` can be refused." };
        foreach (var refusal in refusals.OrderBy(Naming.TypeName, StringComparer.Ordinal)) union.Types.Add((ObjectType)builder.ObjectTypeOf(refusal));
        builder.AddType(union);
        return union;
    }
}
