using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>Runs a mutation: checks the caller's role, calls the method, and puts refusals into the payload.</summary>
/// <param name="name">The field, for messages.</param>
/// <param name="form">How clients send the input.</param>
/// <param name="call">The method.</param>
/// <param name="awaiter">Waits for what it returns.</param>
/// <param name="roles">The roles of which the caller needs one.</param>
/// <param name="declared">The refusals that the payload can tell.</param>
internal sealed class MutationResolver(
    string name, MutationForm form, MethodCall call, Func<object?, ValueTask<object?>> awaiter, IReadOnlyList<string> roles, IReadOnlyCollection<Type> declared) : BatchResolver
{
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(
        IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        Caller.Check(context.Services, roles, name);
        try
        {
            return [PayloadOf(await awaiter(call.Invoke(new MethodInput(context.Services, ArgumentsOf(context.Arguments), [], cancel))))];
        }
        catch (RefusalException refusal)
        {
            CheckDeclared(refusal.Refusals);
            return [form == MutationForm.Batch ? new BatchPayload(null, refusal.Refusals) : new MutationPayload(null, refusal.Refusals)];
        }
    }

    private IReadOnlyDictionary<string, object?> ArgumentsOf(IReadOnlyDictionary<string, object?> given) => form switch
    {
        MutationForm.Plain => given,
        MutationForm.OneItem => new Dictionary<string, object?> { [MutationFields.Items] = new[] { given[MutationFields.Input] } },
        _ => (IReadOnlyDictionary<string, object?>)given[MutationFields.Input]!,
    };

    private object PayloadOf(object? result)
    {
        if (form == MutationForm.Plain) return new MutationPayload(result, null);
        var items = (IReadOnlyList<IItemResult>)result!;
        foreach (var item in items) CheckDeclared(item.Refusals ?? []);
        var payloads = items.Select(MutationPayload.Of).ToList();
        return form == MutationForm.OneItem ? payloads.Single() : new BatchPayload(payloads, null);
    }

    // A refusal that the payload cannot tell is still a no with a code, and no fault of ours.
    private void CheckDeclared(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.FirstOrDefault(refusal => !declared.Contains(refusal.GetType())) is { } undeclared)
            throw new FieldErrorException(new GraphQLError(undeclared.Message) { Code = undeclared.Code });
    }
}
