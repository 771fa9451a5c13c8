using Bookkeeping.GraphQL.Data.Filtering;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Sorting;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data;

/// <summary>A field that gives rows of an entity: what it lists, and how its arguments narrow and sort it.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="NodeType">Its object type.</param>
/// <param name="Where">The argument <c>where</c>.</param>
/// <param name="Order">The argument <c>order</c>.</param>
internal sealed record EntityList(Entity Entity, ObjectType NodeType, WhereArgument Where, OrderArgument Order);
