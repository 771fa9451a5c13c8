using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types;

/// <summary>Where a field's values come from.</summary>
public abstract class FieldResolver
{
    /// <summary>The names of the parent's C# properties that the field reads, for whoever loads the parent; null: the parent must be whole.</summary>
    public IReadOnlyList<string>? Requires { get; init; }
}

/// <summary>Reads a value that its parent holds already: no arguments, no waiting, no services.</summary>
/// <param name="get">Gives the value; null is null.</param>
public sealed class PropertyResolver(Func<object, object?> get) : FieldResolver
{
    /// <summary>Gives the value for a parent.</summary>
    public Func<object, object?> Get { get; } = get;

    /// <summary>The property, for writers compiled to its type; null when the value is not a plain property.</summary>
    public System.Reflection.PropertyInfo? Property { get; init; }
}

/// <summary>Computes the values of all parents at once, so that its cost cannot grow with a statement per row.</summary>
public abstract class BatchResolver : FieldResolver
{
    /// <summary>Whether it only computes, from its parents and arguments: then it costs no more than a property.</summary>
    public virtual bool IsPure => false;

    /// <summary>Resolves the field for every parent of a step.</summary>
    /// <param name="context">The field's arguments, selection and the request's services.</param>
    /// <param name="parents">The parents, at least one; the root object for a root field. The same object may stand several times.</param>
    /// <param name="cancel">Ends with the request's deadline and with its client.</param>
    /// <returns>One value for each parent, in their order; a <see cref="FieldFault"/> fails that parent alone.</returns>
    public abstract ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel);
}

/// <summary>Opens the stream of events that a root field of a subscription follows. Each event is the field's value in one answer.</summary>
public abstract class SubscriptionResolver : FieldResolver
{
    /// <summary>Opens the stream.</summary>
    /// <param name="context">The field's arguments and the services of the request, which live as long as the stream.</param>
    /// <param name="cancel">Ends with the stream.</param>
    /// <returns>The events, read once and closed at the end; a <see cref="FieldFault"/> among them fails the field in that one answer.</returns>
    public abstract ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(IFieldContext context, CancellationToken cancel);
}

/// <summary>Stands in a batch's result for the value of one parent that failed.</summary>
/// <param name="Error">What the answer says; its path and locations are filled in by the executor.</param>
public sealed record FieldFault(GraphQLError Error);

/// <summary>A field fails with an error that the client may read. Thrown by resolvers; it fails every parent of the batch.</summary>
public sealed class FieldErrorException(GraphQLError error) : Exception(error.Message)
{
    /// <summary>What the answer says; its path and locations are filled in by the executor.</summary>
    public GraphQLError Error { get; } = error;
}

/// <summary>What a batch resolver knows of the field it resolves.</summary>
public interface IFieldContext
{
    /// <summary>The field as planned, with what is selected below it.</summary>
    ISelection Selection { get; }

    /// <summary>The schema.</summary>
    Schema Schema { get; }

    /// <summary>The request's services.</summary>
    IServiceProvider Services { get; }

    /// <summary>The coerced arguments by name: those given, and those with a default. An input object is an
    /// <c>IReadOnlyDictionary&lt;string, object?&gt;</c> in the order of its definition, a list an <c>IReadOnlyList&lt;object?&gt;</c>,
    /// an enum its <see cref="EnumValue.Value"/>, a scalar of its <see cref="ScalarCoercion.RuntimeType"/>.</summary>
    IReadOnlyDictionary<string, object?> Arguments { get; }
}

/// <summary>What the resolver of a subscription knows of it.</summary>
public interface ISubscriptionContext : IFieldContext
{
    /// <summary>Stands for what is asked: equal for two requests of the same operation with equal variables, whatever they give for one argument of the field.</summary>
    /// <param name="except">The argument that may differ. A variable that stands in other places as well must not.</param>
    object AskedWithout(string except);
}

/// <summary>A field of a planned operation. The plan is shared by all requests with the same document, operation and @skip/@include outcomes.</summary>
public interface ISelection
{
    /// <summary>The key in the answer.</summary>
    string ResponseName { get; }

    /// <summary>The field selected.</summary>
    Field Field { get; }

    /// <summary>The type that declares the field.</summary>
    NamedType DeclaringType { get; }

    /// <summary>Whether the items of the list may be answered after it: a resolver may then give an <see cref="IAsyncEnumerable{T}"/> of objects,
    /// which is read as its items are answered, and closed with the answer.</summary>
    bool IsStreamed { get; }

    /// <summary>The fields selected below, those answered later included, merged, for values of an object type; empty for a leaf.</summary>
    IReadOnlyList<ISelection> SelectionsFor(ObjectType type);

    /// <summary>What a resolver derived from this selection once (a compiled projection), kept for all requests that share the plan.</summary>
    T GetOrAddState<T>(Func<ISelection, T> create)
        where T : class;
}
