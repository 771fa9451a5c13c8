using System.Runtime.InteropServices;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Merging;

/// <summary>
/// Checks that selections merge, by groups rather than by pairs. The fields of a merged set are grouped by response name. In a group, all
/// fields whose parents may be the same object must be one field with one set of arguments, and all fields must have one shape; comparing
/// each with one representative decides that. What is selected below a group is the next merged set. So the work is the sum of the sizes of
/// all merged sets, each checked once, instead of the square of the fields; fragments that contain themselves lead back to sets already
/// checked. Documents made for it can still form very many sets, which the budget stops.
/// </summary>
internal sealed class FieldMerger(IReadOnlyDictionary<string, SelectionScope> fragments, ValidationOptions options)
{
    private readonly Stack<MergedSet> pending = new();
    private readonly HashSet<MergedSetKey> done = [];
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> responseNames = new(StringComparer.Ordinal);
    private readonly HashSet<(FieldNode, FieldNode)> conflicting = [];
    private readonly Dictionary<(FieldNode, FieldNode), MergeConflict> conflicts = [];
    private int budget = options.MaxFieldMerges;

    /// <summary>The fragments seen so far.</summary>
    public HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    /// <summary>What cannot be merged.</summary>
    public IReadOnlyCollection<MergeConflict> Conflicts => conflicts.Values;

    /// <summary>Whether the check ended early because it took too long.</summary>
    public bool IsExhausted => budget < 0;

    private bool IsOver => IsExhausted || conflicts.Count >= options.MaxErrors;

    /// <summary>Checks a selection set and all that it leads to.</summary>
    public void Check(SelectionScope scope)
    {
        Push([(scope, null)], shapeOnly: false);
        while (!IsOver && pending.TryPop(out var set)) Check(set);
    }

    private void Check(MergedSet set)
    {
        if (AreDistinct(set.Entries))
        {
            foreach (var entry in set.Entries) PushBelow([entry], set.ShapeOnly);
            return;
        }

        foreach (var group in GroupBy(set.Entries, entry => entry.Field.Node.ResponseName))
        {
            if (IsOver) return;
            if (set.ShapeOnly) CheckShape(group);
            else CheckAll(group);
        }
    }

    /// <summary>Nearly all selection sets name each field once; these need no groups.</summary>
    private bool AreDistinct(IReadOnlyList<MergeEntry> entries)
    {
        responseNames.Clear();
        foreach (var entry in entries)
            if (!responseNames.Add(entry.Field.Node.ResponseName)) return false;
        return true;
    }

    private void CheckAll(List<MergeEntry> group)
    {
        var alternatives = GroupByObject(group);
        foreach (var alternative in alternatives)
            foreach (var same in Split(alternative, FieldDifference))
                PushBelow(CollectionsMarshal.AsSpan(same), shapeOnly: false);
        if (alternatives.Count > 1) CheckShape(group);
        else Split(group, ShapeDifference);
    }

    private void CheckShape(List<MergeEntry> group)
    {
        foreach (var same in Split(group, ShapeDifference)) PushBelow(CollectionsMarshal.AsSpan(same), shapeOnly: true);
    }

    /// <summary>
    /// The fields that may meet on one object: for each object type its own fields and those of abstract types; all, when there are not two
    /// object types.
    /// </summary>
    private List<List<MergeEntry>> GroupByObject(List<MergeEntry> group)
    {
        var byObject = GroupBy(group.Where(entry => entry.Field.Parent is ObjectType), entry => entry.Field.Parent!);
        if (byObject.Count < 2) return [group];
        var ofAbstract = group.Where(entry => entry.Field.Parent is not ObjectType).ToList();
        budget -= ofAbstract.Count * byObject.Count;
        if (IsExhausted) return [];
        foreach (var alternative in byObject) alternative.AddRange(ofAbstract);
        return byObject;
    }

    /// <summary>Splits a group by a difference, and notes a conflict between each two parts.</summary>
    /// <param name="group">The fields.</param>
    /// <param name="difference">Why two fields cannot merge; null when they can. Whether they can must be an equivalence.</param>
    private List<List<MergeEntry>> Split(List<MergeEntry> group, Func<MergeField, MergeField, string?> difference)
    {
        List<List<MergeEntry>> parts = [];
        foreach (var entry in group)
        {
            var part = parts.Find(candidate => difference(candidate[0].Field, entry.Field) is null);
            if (part is not null)
            {
                part.Add(entry);
                continue;
            }

            foreach (var other in parts) AddConflict(other[0], entry, difference(other[0].Field, entry.Field)!);
            if (IsOver) return [];
            parts.Add([entry]);
        }

        return parts;
    }

    private static string? FieldDifference(MergeField a, MergeField b) =>
        a.Node.Name.Value != b.Node.Name.Value ? $"`{a.Node.Name.Value}` and `{b.Node.Name.Value}` are different fields"
        : a.Arguments != b.Arguments ? $"`{a.Node.Name.Value}` has different arguments"
        : null;

    private static string? ShapeDifference(MergeField a, MergeField b) =>
        ResponseShape.Agree(a.Type, b.Type) ? null : $"one is of type `{a.Type}`, the other of type `{b.Type}`";

    private void PushBelow(ReadOnlySpan<MergeEntry> group, bool shapeOnly)
    {
        List<(SelectionScope Scope, MergeEntry? Parent)>? below = null;
        foreach (var entry in group)
            if (entry.Field.Selections is { } selections) (below ??= []).Add((selections, entry));
        if (below is not null) Push(below, shapeOnly);
    }

    /// <summary>Puts together what the selection sets hold, fragments included, each once.</summary>
    private void Push(List<(SelectionScope Scope, MergeEntry? Parent)> scopes, bool shapeOnly)
    {
        AddFragments(scopes);
        var (fields, filled) = Count(scopes);
        budget -= scopes.Count;
        if (IsExhausted || !done.Add(KeyOf(scopes, filled, shapeOnly))) return;
        budget -= fields;
        if (IsExhausted) return;
        var entries = new List<MergeEntry>(fields);
        foreach (var (scope, parent) in scopes)
            foreach (var field in scope.Fields)
                entries.Add(new MergeEntry(field, parent));
        pending.Push(new MergedSet(entries, shapeOnly));
    }

    private void AddFragments(List<(SelectionScope Scope, MergeEntry? Parent)> scopes)
    {
        visited.Clear();
        for (var i = 0; i < scopes.Count; i++)
        {
            foreach (var name in scopes[i].Scope.Spreads)
            {
                if (!visited.Add(name) || !fragments.TryGetValue(name, out var fragment)) continue;
                Reached.Add(name);
                scopes.Add((fragment, scopes[i].Parent));
            }
        }
    }

    private static (int Fields, int FilledScopes) Count(List<(SelectionScope Scope, MergeEntry? Parent)> scopes)
    {
        var (fields, filled) = (0, 0);
        foreach (var (scope, _) in scopes)
        {
            fields += scope.Fields.Count;
            if (scope.Fields.Count > 0) filled++;
        }

        return (fields, filled);
    }

    /// <summary>Scopes without fields of their own do not count: operations that use the same fragments are checked once.</summary>
    private static MergedSetKey KeyOf(List<(SelectionScope Scope, MergeEntry? Parent)> scopes, int filled, bool shapeOnly)
    {
        var ids = new int[filled];
        var next = 0;
        foreach (var (scope, _) in scopes)
            if (scope.Fields.Count > 0) ids[next++] = scope.Id;
        Array.Sort(ids);
        return new MergedSetKey(ids, shapeOnly);
    }

    /// <summary>Notes a conflict at the nearest fields that do not come from one and the same field above them.</summary>
    private void AddConflict(MergeEntry a, MergeEntry b, string difference)
    {
        if (!conflicting.Add((a.Field.Node, b.Field.Node)) || conflicting.Contains((b.Field.Node, a.Field.Node))) return;
        var (wayA, wayB) = (new Stack<MergeEntry>([a]), new Stack<MergeEntry>([b]));
        while (wayA.Peek().Parent is { } parentA && wayB.Peek().Parent is { } parentB && parentA.Field != parentB.Field)
        {
            wayA.Push(parentA);
            wayB.Push(parentB);
        }

        var pair = InOrder(wayA.Peek().Field.Node, wayB.Peek().Field.Node);
        if (!conflicts.TryGetValue(pair, out var conflict)) conflicts[pair] = conflict = new MergeConflict(pair.First, pair.Second);
        var below = string.Join(".", wayA.Skip(1).Select(entry => entry.Field.Node.ResponseName));
        var where = below == "" ? "" : $"below it, for `{below}`, ";
        conflict.Add(where + difference, wayA.Concat(wayB).Select(entry => entry.Field.Node));
    }

    private static (FieldNode First, FieldNode Second) InOrder(FieldNode a, FieldNode b) =>
        a.Span.Start <= b.Span.Start ? (a, b) : (b, a);

    private static List<List<MergeEntry>> GroupBy<TKey>(IEnumerable<MergeEntry> entries, Func<MergeEntry, TKey> keyOf)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, List<MergeEntry>>();
        foreach (var entry in entries)
        {
            var key = keyOf(entry);
            if (groups.TryGetValue(key, out var group)) group.Add(entry);
            else groups.Add(key, [entry]);
        }

        return [.. groups.Values];
    }
}
