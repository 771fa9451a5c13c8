using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>Imports <c>users.jsonl</c>.</summary>
internal sealed class UserImport(BookkeepingDb db) : ImportSubject<User, int, ImportRow<int>>(db)
{
    private readonly HashSet<int> externalIds = [];

    public override string File => "users.jsonl";

    /// <inheritdoc/>
    public override void Begin()
    {
        base.Begin();
        externalIds.Clear();
    }

    protected override ImportRow<int> ReadRow(ImportLine line, int key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        line.Required<string>("name");
        return new(line, key, columns);
    }

    protected override void Check(ImportRow<int> row)
    {
        if (row.Line.Value<int?>("externalId") is { } externalId && !externalIds.Add(externalId)) row.Line.Report($"`externalId` {externalId} is that of another user.");
    }

    protected override User New(int key) => new() { UserId = key };
}

/// <summary>Imports <c>detectors.jsonl</c>.</summary>
internal sealed class DetectorImport(BookkeepingDb db) : ImportSubject<Detector, string, ImportRow<string>>(db)
{
    private const int MaxNameLength = 64;

    public override string File => "detectors.jsonl";

    protected override ImportRow<string> ReadRow(ImportLine line, string key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        line.Required<DetectorType>("type");
        line.RefuseLonger("name", MaxNameLength);
        return new(line, key, columns);
    }

    protected override Detector New(string key) => new() { Name = key };
}

/// <summary>Imports <c>tags.jsonl</c>.</summary>
internal sealed class TagImport(BookkeepingDb db) : ImportSubject<Tag, string, ImportRow<string>>(db)
{
    private const int MinTextLength = 2;

    private const int MaxTextLength = 20;

    private const int MaxDescriptionLength = 100;

    public override string File => "tags.jsonl";

    protected override string[] AlsoColumns => [nameof(Tag.Version)];

    protected override ImportRow<string> ReadRow(ImportLine line, string key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        if (key?.Length < MinTextLength) line.Report($"`text` must have at least {MinTextLength} characters.");
        line.RefuseLonger("text", MaxTextLength);
        line.RefuseLonger("description", MaxDescriptionLength);
        return new(line, key!, columns);
    }

    protected override Tag New(string key) => new() { Text = key };
}
