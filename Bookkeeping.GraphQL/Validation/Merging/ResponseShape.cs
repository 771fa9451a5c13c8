using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Merging;

/// <summary>How the answers of fields look to who reads them.</summary>
internal static class ResponseShape
{
    /// <summary>The specification's SameResponseShape, without the fields below; unknown types agree with all.</summary>
    public static bool Agree(GraphType? a, GraphType? b)
    {
        if (a is null || b is null) return true;
        while (true)
        {
            if (a is NonNullType || b is NonNullType)
            {
                if (a is not NonNullType || b is not NonNullType) return false;
                (a, b) = (a.Nullable, b.Nullable);
            }
            else if (a is ListType || b is ListType)
            {
                if (a is not ListType listA || b is not ListType listB) return false;
                (a, b) = (listA.OfType, listB.OfType);
            }
            else
            {
                return (a.IsComposite && b.IsComposite) || a == b;
            }
        }
    }
}
