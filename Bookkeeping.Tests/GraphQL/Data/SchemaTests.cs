using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.Tests.GraphQL.Data.Harbor;

namespace Bookkeeping.Tests.GraphQL.Data;

public sealed class SchemaTests
{
    private static readonly Lazy<Task<string>> Sdl = new(() => PrintAsync("cost", "listSize"));

    [Fact]
    public Task A_paged_query_has_the_arguments_of_connections_then_where_and_order() => ContainsAsync(
        """
          "Ships by number."
          ships(first: Int, after: String, last: Int, before: String, where: ShipFilterInput, order: [ShipSortInput!]): ShipsConnection
        """);

    [Fact]
    public Task A_query_of_one_row_is_nullable_and_keeps_the_arguments_of_its_method() => ContainsAsync("  ship(number: Int!): Ship\n");

    [Fact]
    public Task A_query_has_only_the_arguments_it_asked_for() => ContainsAsync(
        """
          ports(where: PortFilterInput, order: [PortSortInput!]): [Port!]!
          berths: [Berth!]!
        """);

    [Fact]
    public Task Node_and_nodes_come_first() => ContainsAsync(
        """
        type Query {
          "The object with a global id; null when there is none of that id."
          node(
            "The id, from a field `id`."
            id: ID!
          ): Node
        """);

    [Fact]
    public Task A_connection_has_its_members_in_order() => ContainsAsync(
        """
        type ShipsConnection {
          "Where the page lies in the list."
          pageInfo: PageInfo!

          "The items with their cursors."
          edges: [ShipsEdge!]

          "The items."
          nodes: [Ship!]

          "The number of items on all pages."
          totalCount: Int!
        }
        """);

    [Fact]
    public Task An_entity_with_a_key_of_one_column_is_a_node_and_its_relations_are_fields() => ContainsAsync(
        """
        "A vessel."
        type Ship implements Node {
          "The global id, unique over all types; `node` finds the object by it."
          id: ID!

          "The ship's number."
          number: Int!
          name: String!
          nickname: String
          kind: ShipKind!
          flag: Flag
          armed: Boolean!
          tonnage: Float
          rivets: Long!
          built: DateTime
          registered: LocalDate!
          refit: Duration
          beacon: UUID!

          "Where the ship belongs; null when nowhere."
          homePort: Port
          flagship: Ship
          escorts(
            "The most items wanted, 1000 at most; all when left out."
            first: Int

            "How many items, in the order of the list, are passed over before them; none when left out."
            skip: Int
            where: ShipFilterInput
            order: [ShipSortInput!]
          ): [Ship!]!
          voyages(first: Int, after: String, last: Int, before: String, where: VoyageFilterInput, order: [VoyageSortInput!]): VoyagesConnection
          crew(first: Int, after: String, last: Int, before: String, where: SailorFilterInput, order: [SailorSortInput!]): CrewConnection
          berths(
            "The most items wanted, 1000 at most; all when left out."
            first: Int

            "How many items, in the order of the list, are passed over before them; none when left out."
            skip: Int
            where: BerthFilterInput
            order: [BerthSortInput!]
          ): [Berth!]!
          log: ShipLog
          callsigns: [String!]!
          sisterShips(
            "The most items wanted, 1000 at most; all when left out."
            first: Int

            "How many items, in the order of the list, are passed over before them; none when left out."
            skip: Int
            where: ShipFilterInput
            order: [ShipSortInput!]
          ): [Ship!]!
          voyageCount: Int!

          "How long the ship has been afloat."
          age: Duration
          isOld: Boolean!
          label: String!
        }
        """);

    [Fact]
    public Task An_entity_with_several_key_columns_is_no_node() => ContainsAsync("type Berth {\n  ship: Ship!\n  port: Port!\n  pier: Int\n}");

    [Fact]
    public Task A_filter_has_logic_and_id_then_columns_and_relations_then_its_own_methods() => ContainsAsync(
        """
        "A vessel."
        input ShipFilterInput {
          "All of these."
          and: [ShipFilterInput!]

          "At least one of these."
          or: [ShipFilterInput!]

          "The global id, unique over all types; `node` finds the object by it."
          id: IdOperationFilterInput

          "The ship's number."
          number: IntOperationFilterInput
          name: StringOperationFilterInput
          nickname: StringOperationFilterInput
          kind: ShipKindOperationFilterInput
          flag: NullableOfFlagOperationFilterInput
          armed: BooleanOperationFilterInput
          tonnage: FloatOperationFilterInput
          rivets: LongOperationFilterInput
          built: DateTimeOperationFilterInput
          registered: LocalDateOperationFilterInput
          refit: DurationOperationFilterInput
          beacon: UuidOperationFilterInput

          "Where the ship belongs; null when nowhere."
          homePort: PortFilterInput
          flagship: ShipFilterInput
          escorts: ListFilterInputTypeOfShipFilterInput
          voyages: ListFilterInputTypeOfVoyageFilterInput
          crew: ListFilterInputTypeOfSailorFilterInput
          berths: ListFilterInputTypeOfBerthFilterInput
          log: ShipLogFilterInput
          callsigns: ListStringOperationFilterInput
          voyageCount: IntOperationFilterInput

          "How long the ship has been afloat."
          age: DurationOperationFilterInput
          isOld: BooleanOperationFilterInput

          "Ships whose name is as long as this."
          nameLength: Int

          "Ships that are older than the clock of the server is."
          builtWithin: YearRangeInput
        }
        """);

    [Fact]
    public Task A_sort_input_has_values_and_references_but_no_lists() => ContainsAsync(
        """
        "A vessel."
        input ShipSortInput {
          "The global id, unique over all types; `node` finds the object by it."
          id: SortEnumType

          "The ship's number."
          number: SortEnumType
          name: SortEnumType
          nickname: SortEnumType
          kind: SortEnumType
          flag: SortEnumType
          armed: SortEnumType
          tonnage: SortEnumType
          rivets: SortEnumType
          built: SortEnumType
          registered: SortEnumType
          refit: SortEnumType
          beacon: SortEnumType

          "Where the ship belongs; null when nowhere."
          homePort: PortSortInput
          flagship: ShipSortInput
          log: ShipLogSortInput
          voyageCount: SortEnumType

          "How long the ship has been afloat."
          age: SortEnumType
          isOld: SortEnumType
        }
        """);

    [Theory]
    [InlineData("StringOperationFilterInput", "and: [StringOperationFilterInput!], or: [StringOperationFilterInput!], eq: String, neq: String, "
        + "contains: String, ncontains: String, in: [String], nin: [String], startsWith: String, nstartsWith: String, endsWith: String, nendsWith: String")]
    [InlineData("IntOperationFilterInput", "eq: Int, neq: Int, in: [Int], nin: [Int], gt: Int, ngt: Int, gte: Int, ngte: Int, lt: Int, nlt: Int, lte: Int, nlte: Int")]
    [InlineData("BooleanOperationFilterInput", "eq: Boolean, neq: Boolean")]
    [InlineData("IdOperationFilterInput", "eq: ID, neq: ID, in: [ID], nin: [ID]")]
    [InlineData("ShipKindOperationFilterInput", "eq: ShipKind, neq: ShipKind, in: [ShipKind!], nin: [ShipKind!]")]
    [InlineData("NullableOfFlagOperationFilterInput", "eq: Flag, neq: Flag, in: [Flag], nin: [Flag]")]
    [InlineData("ListFilterInputTypeOfSailorFilterInput", "all: SailorFilterInput, none: SailorFilterInput, some: SailorFilterInput, any: Boolean")]
    public async Task An_operator_input_has_its_operators_in_order(string name, string fields)
    {
        await using var database = await HarborDatabase.CreateAsync(DatabaseKind.Sqlite);
        var input = (InputObjectType)new HarborGraph(database).Schema.FindType(name)!;
        Assert.Equal(fields, string.Join(", ", input.Fields.Select(f => $"{f.Name}: {f.Type}")));
    }

    [Theory]
    [InlineData("ships(first: Int, after: String, last: Int, before: String, where: ShipFilterInput @cost(weight: \"10\"), order: [ShipSortInput!] @cost(weight: \"10\")): "
        + "ShipsConnection @listSize(assumedSize: 1000, slicingArguments: [\"first\", \"last\"], slicingArgumentDefaultValue: 50, sizedFields: [\"edges\", \"nodes\"], "
        + "requireOneSlicingArgument: false) @cost(weight: \"10\")")]
    [InlineData("ship(number: Int!): Ship @cost(weight: \"10\")")]
    [InlineData("homePort: Port @cost(weight: \"10\")")]
    [InlineData("): [Ship!]! @listSize(slicingArguments: [\"first\"], requireOneSlicingArgument: false) @cost(weight: \"10\")")]
    [InlineData("  where: ShipFilterInput @cost(weight: \"10\")\n    order: [ShipSortInput!] @cost(weight: \"10\")\n")]
    [InlineData("): [Node]! @listSize(assumedSize: 50) @cost(weight: \"10\")")]
    [InlineData("totalCount: Int! @cost(weight: \"10\")")]
    [InlineData("eq: String @cost(weight: \"10\")")]
    [InlineData("nstartsWith: String @cost(weight: \"20\")")]
    [InlineData("in: [Int] @cost(weight: \"10\")")]
    [InlineData("any: Boolean @cost(weight: \"10\")")]
    [InlineData("some: SailorFilterInput\n")]
    [InlineData("nameLength: Int @cost(weight: \"10\")")]
    [InlineData("number: SortEnumType @cost(weight: \"10\")")]
    [InlineData("homePort: PortSortInput\n")]
    [InlineData("pageInfo: PageInfo!\n")]
    public async Task Costs_stand_where_they_are_not_the_usual(string line) => Assert.Contains($"  {line}".Replace("  )", ")"), await PrintAsync());

    [Fact]
    public async Task Operators_that_nothing_uses_are_not_there()
    {
        await using var database = await HarborDatabase.CreateAsync(DatabaseKind.Sqlite);
        Assert.Null(new HarborGraph(database).Schema.FindType("DecimalOperationFilterInput"));
    }

    private static async Task ContainsAsync(string expected) => Assert.Contains(expected, await Sdl.Value);

    private static async Task<string> PrintAsync(params string[] hidden)
    {
        await using var database = await HarborDatabase.CreateAsync(DatabaseKind.Sqlite);
        return SchemaPrinter.Print(new HarborGraph(database).Schema, SchemaPrinterOptions.Default with { HiddenDirectives = hidden.ToHashSet() });
    }
}
