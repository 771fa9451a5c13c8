using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Exports <c>reason-types.jsonl</c>: those that no run has are told nowhere else.</summary>
internal sealed class ReasonTypeExport(BookkeepingDb db) : ExportSubject
{
    public override string File => "reason-types.jsonl";

    public override Task<int> CountAsync(CancellationToken cancel) => db.ReasonTypes.CountAsync(cancel);

    public override async Task WriteAsync(ExportFile file, CancellationToken cancel)
    {
        foreach (var type in await db.ReasonTypes.OrderBy(type => type.Category).ThenBy(type => type.Title).ToListAsync(cancel))
            await file.WriteAsync(line =>
            {
                line.Value("category", type.Category);
                line.Value("title", type.Title);
            }, cancel);
    }
}
