using Bookkeeping.Api.Storage.Export;
using Bookkeeping.Api.Users;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>The people of the existing instance. It has no list of them: they are found as authors of log entries, and by name with the runs that they started or stopped.</summary>
internal sealed class MovedUsers(MoveReport report)
{
    private readonly SortedDictionary<int, (string Name, int? ExternalId)> users = [];
    private readonly SortedSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Looks at somebody.</summary>
    public void See(SourceItem? person)
    {
        if (person?.Value<string>("name") is not { Length: > 0 } name || IsAnonymous(person)) return;
        if (person.Value<int?>("id") is { } id and > 0) users[id] = (name, person.Value<int?>("externalId"));
        else names.Add(name);
    }

    /// <summary>The number of somebody who was seen; null for nobody and for Anonymous.</summary>
    public int? NumberOf(SourceItem? person)
    {
        if (person is null || IsAnonymous(person)) return null;
        if (person.Value<int?>("id") is { } id && users.ContainsKey(id)) return id;
        return person.Value<string>("name") is { } name && numbers.TryGetValue(name, out var number) ? number : null;
    }

    /// <summary>Gives those their numbers who are known by name only, and writes all.</summary>
    public async Task WriteAsync(ExportFile file, CancellationToken cancel)
    {
        foreach (var (id, user) in users) numbers.TryAdd(user.Name, id);
        foreach (var name in names.Where(name => !numbers.ContainsKey(name)).ToList())
        {
            var number = users.Keys.LastOrDefault() + 1;
            users[number] = (name, null);
            numbers[name] = number;
            report.Add("runs", "userStart, userStop", $"{name} is known by name only, and became user {number}");
        }

        var externalIds = new HashSet<int>();
        foreach (var (id, user) in users)
            await file.WriteAsync(line =>
            {
                line.Value("userId", id);
                line.Value("name", user.Name);
                if (user.ExternalId is { } externalId && externalIds.Add(externalId)) line.Value("externalId", externalId);
                else if (user.ExternalId is not null) report.Add("users", "externalId", $"{id}: {user.ExternalId} is that of another user too");
            }, cancel);
    }

    private static bool IsAnonymous(SourceItem person) => person.Value<int?>("externalId") == User.AnonymousId || person.Value<int?>("id") == User.AnonymousId;
}
