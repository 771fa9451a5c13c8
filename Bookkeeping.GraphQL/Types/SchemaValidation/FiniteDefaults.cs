using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>The defaults of input fields are finite: none takes in, through the defaults of fields it leaves out, itself.</summary>
/// <remarks>Source: GraphQL, September 2025, "Input Objects", InputObjectDefaultValueHasCycle(). Linear: the default of a field is followed once.</remarks>
internal static class FiniteDefaults
{
    /// <summary>Reports every circle.</summary>
    public static void Check(SchemaContext context)
    {
        var search = new CircleSearch(context);
        foreach (var type in context.Types.OfType<InputObjectType>())
        {
            foreach (var field in type.Fields) search.VisitDefault(type, field);
        }
    }

    private sealed class CircleSearch(SchemaContext context)
    {
        private readonly HashSet<InputValue> seen = [];
        private readonly HashSet<InputValue> reported = [];
        private readonly List<InputPlace> path = [];

        /// <summary>Follows the default of a field that was left out.</summary>
        public void VisitDefault(InputObjectType type, InputValue field)
        {
            if (field.DefaultValue is null || field.Type.Named is not InputObjectType input) return;
            var start = path.FindIndex(place => place.Value == field);
            if (start >= 0 && reported.Add(field)) Report(path.GetRange(start, path.Count - start));
            if (!seen.Add(field)) return;
            path.Add(new($"{type}.{field.Name}", field));
            VisitValue(input, field.DefaultValue);
            path.RemoveAt(path.Count - 1);
        }

        private void VisitValue(InputObjectType type, ValueNode value)
        {
            if (value is ListValueNode list)
            {
                foreach (var item in list.Items) VisitValue(type, item);
            }
            else if (value is ObjectValueNode given)
            {
                foreach (var field in type.Fields)
                {
                    var own = given.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name);
                    if (own is null) VisitDefault(type, field);
                    else if (field.Type.Named is InputObjectType input) VisitValue(input, own.Value);
                }
            }
        }

        private void Report(List<InputPlace> circle)
        {
            var steps = circle.Skip(1).Append(circle[0]).Select(place => $"`{place.Coordinate}`");
            context.Report(
                $"The default of `{circle[0].Coordinate}` has no end: it takes in {string.Join(", then ", steps)}.",
                circle.Select(place => place.Value.DefaultValue));
        }
    }
}
