using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Exports <c>users.jsonl</c>.</summary>
internal sealed class UserExport(BookkeepingDb db) : ExportSubject<User, int>(db)
{
    public override string File => "users.jsonl";

    protected override IQueryable<User> Rows => Db.Users.OrderBy(user => user.UserId);

    protected override IQueryable<User> After(int key) => Rows.Where(user => user.UserId > key);
}

/// <summary>Exports <c>detectors.jsonl</c>.</summary>
internal sealed class DetectorExport(BookkeepingDb db) : ExportSubject<Detector, string>(db)
{
    public override string File => "detectors.jsonl";

    protected override IQueryable<Detector> Rows => Db.Detectors.OrderBy(detector => detector.Name);

    protected override IQueryable<Detector> After(string key) => Rows.Where(detector => string.Compare(detector.Name, key) > 0);
}

/// <summary>Exports <c>tags.jsonl</c>.</summary>
internal sealed class TagExport(BookkeepingDb db) : ExportSubject<Tag, string>(db)
{
    public override string File => "tags.jsonl";

    protected override string[] AlsoColumns => [nameof(Tag.Version)];

    protected override IQueryable<Tag> Rows => Db.Tags.OrderBy(tag => tag.Text);

    protected override IQueryable<Tag> After(string key) => Rows.Where(tag => string.Compare(tag.Text, key) > 0);
}
