namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>Every input object can be given: no chain of fields that must all be there leads back to its start.</summary>
/// <remarks>
/// Source: GraphQL, September 2025, "Input Objects", "Circular References". The same is asked of oneOf inputs, of which one field must be there.
/// </remarks>
internal static class FiniteInputs
{
    /// <summary>Reports every circle of non-null fields, and every oneOf input of which no field can be given.</summary>
    public static void Check(SchemaContext context)
    {
        var inputs = context.Types.OfType<InputObjectType>().ToList();
        var search = new CircleSearch(context);
        foreach (var type in inputs) search.Visit(type);
        foreach (var type in Endless(inputs))
        {
            context.Report(
                $"`{type}` can never be given: each of its fields needs another `{type}` within.", type.Fields.Select(field => field.SyntaxNode));
        }
    }

    /// <summary>The oneOf inputs that no finite value exists of, found by elimination of the others.</summary>
    private static IEnumerable<InputObjectType> Endless(List<InputObjectType> inputs)
    {
        var undecided = inputs.ToHashSet();
        while (undecided.RemoveWhere(HasFiniteValue) > 0)
        {
        }

        return undecided.Where(type => type.IsOneOf);

        bool HasFiniteValue(InputObjectType type) => type.IsOneOf
            ? type.Fields.Count == 0 || type.Fields.Any(field => !Needs(field.Type.Nullable))
            : !type.Fields.Any(field => field.Type is NonNullType nonNull && Needs(nonNull.OfType));

        bool Needs(GraphType type) => type is InputObjectType input && undecided.Contains(input);
    }

    /// <summary>A walk along the non-null fields, depth first; each circle is found once, from the type it is entered by.</summary>
    private sealed class CircleSearch(SchemaContext context)
    {
        private readonly HashSet<InputObjectType> seen = [];
        private readonly List<InputPlace> path = [];
        private readonly Dictionary<InputObjectType, int> startsOnPath = [];

        public void Visit(InputObjectType type)
        {
            if (!seen.Add(type)) return;
            startsOnPath[type] = path.Count;
            foreach (var field in type.Fields)
            {
                if (field.Type is not NonNullType { OfType: InputObjectType next }) continue;
                path.Add(new($"{type}.{field.Name}", field));
                if (startsOnPath.TryGetValue(next, out var start)) Report(path.GetRange(start, path.Count - start));
                else Visit(next);
                path.RemoveAt(path.Count - 1);
            }

            startsOnPath.Remove(type);
        }

        private void Report(List<InputPlace> circle)
        {
            var steps = string.Join(" needs ", circle.Select(place => $"`{place.Coordinate}`"));
            context.Report(
                $"No finite value can be given: {steps} needs the first again. Make one of them nullable.",
                circle.Select(place => place.Value.SyntaxNode));
        }
    }
}
