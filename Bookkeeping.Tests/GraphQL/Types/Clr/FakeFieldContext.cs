using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

/// <summary>Calls resolvers as the executor does, with arguments that are coerced already.</summary>
internal sealed class FakeFieldContext(Schema schema, IReadOnlyDictionary<string, object?> arguments, IServiceProvider services) : IFieldContext
{
    public ISelection Selection { get; } = new WholeSelection();

    public Schema Schema => schema;

    public IServiceProvider Services => services;

    public IReadOnlyDictionary<string, object?> Arguments => arguments;

    public static async Task<object?> QueryAsync(
        Schema schema, string field, Dictionary<string, object?>? arguments = null, IServiceProvider? services = null, CancellationToken cancel = default) =>
        Assert.Single(await ResolveAsync(schema, "Query", field, [new object()], arguments, services, cancel));

    public static async Task<IReadOnlyList<object?>> ResolveAsync(
        Schema schema, string type, string field, IReadOnlyList<object> parents, Dictionary<string, object?>? arguments = null, IServiceProvider? services = null,
        CancellationToken cancel = default)
    {
        var context = new FakeFieldContext(schema, arguments ?? [], services ?? new ServiceCollection().BuildServiceProvider());
        return schema.Field(type, field).Resolver switch
        {
            BatchResolver batch => await batch.ResolveAsync(context, parents, cancel),
            PropertyResolver property => [.. parents.Select(property.Get)],
            _ => throw new InvalidOperationException("The field has no resolver."),
        };
    }

    /// <summary>A selection that is answered at once; these resolvers ask no more of theirs.</summary>
    private sealed class WholeSelection : ISelection
    {
        public string ResponseName => throw new NotSupportedException();

        public Field Field => throw new NotSupportedException();

        public NamedType DeclaringType => throw new NotSupportedException();

        public bool IsStreamed => false;

        public IReadOnlyList<ISelection> SelectionsFor(ObjectType type) => throw new NotSupportedException();

        public T GetOrAddState<T>(Func<ISelection, T> create)
            where T : class => throw new NotSupportedException();
    }
}
