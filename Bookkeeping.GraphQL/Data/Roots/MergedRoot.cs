using Bookkeeping.GraphQL.Data.Paging;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Roots;

/// <summary>A root field whose method puts its pages together by itself.</summary>
/// <param name="method">The method.</param>
/// <param name="parameter">The parameter that takes the page asked for.</param>
/// <param name="connection">The field's type.</param>
/// <param name="options">The limits.</param>
internal sealed class MergedRoot<T>(MethodCall method, string parameter, ObjectType connection, DataOptions options) : BatchResolver
    where T : class
{
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var request = PageRequest.Read(context, options);
        var arguments = new Dictionary<string, object?>(context.Arguments, StringComparer.Ordinal)
        {
            [parameter] = new PageArguments(request.Size, request.IsBackward, request.After, request.Before),
        };
        var page = await (Task<MergedPage<T>>)method.Invoke(new MethodInput(context.Services, arguments, [], cancel))!;
        var isCounted = context.Selection.SelectionsFor(connection).Any(selection => selection.Field.Name == "totalCount");
        return
        [
            new Connection
            {
                Nodes = [.. page.Items.Select(one => (object)one.Item)],
                Edges = [.. page.Items.Select(one => (object)new Edge { Cursor = one.Cursor, Node = one.Item })],
                TotalCount = isCounted ? await page.CountAsync(cancel) : 0,
                PageInfo = new PageInfo
                {
                    HasNextPage = page.HasNext, HasPreviousPage = page.HasPrevious,
                    StartCursor = page.Items.Select(one => one.Cursor).FirstOrDefault(), EndCursor = page.Items.Select(one => one.Cursor).LastOrDefault(),
                },
            },
        ];
    }
}
