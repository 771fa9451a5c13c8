using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>Runs a mutation: checks the caller's role, calls the method, and puts refusals into the payload.</summary>
/// <param name="name">The field, for messages.</param>
/// <param name="call">The method.</param>
/// <param name="awaiter">Waits for what it returns.</param>
/// <param name="roles">The roles of which the caller needs one.</param>
/// <param name="declared">The refusals that the payload can tell.</param>
internal sealed class MutationResolver(
    string name, MethodCall call, Func<object?, ValueTask<object?>> awaiter, IReadOnlyList<string> roles, IReadOnlyCollection<Type> declared) : BatchResolver
{
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(
        IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        Caller.Check(context.Services, roles, name);
        try
        {
            var result = await awaiter(call.Invoke(new MethodInput(context.Services, context.Arguments, [], cancel)));
            return [new MutationPayload(result, null)];
        }
        catch (RefusalException refusal)
        {
            return [PayloadOf(refusal)];
        }
    }

    // A refusal that the payload cannot tell is still a no with a code, and no fault of ours.
    private MutationPayload PayloadOf(RefusalException refusal) =>
        refusal.Refusals.FirstOrDefault(r => !declared.Contains(r.GetType())) is { } undeclared
            ? throw new FieldErrorException(new GraphQLError(undeclared.Message) { Code = undeclared.Code })
            : new MutationPayload(null, refusal.Refusals);
}
