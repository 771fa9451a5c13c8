using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Projections;

/// <summary>The statements that questions become, whole, on both databases.</summary>
public sealed class StatementTests(Harbors harbors) : IClassFixture<Harbors>
{
    [OnBothDatabases]
    public Task Only_the_columns_asked_for_and_the_key_are_selected(DatabaseKind kind) => AssertAsync(
        kind,
        "{ ships { nodes { name } } }",
        sqlite: """SELECT "s"."Number", "s"."Name" FROM "Ships" AS "s" ORDER BY "s"."Number" LIMIT @Value""",
        postgres: """SELECT s."Number", s."Name" FROM "Ships" AS s ORDER BY s."Number" LIMIT @Value""");

    [OnBothDatabases]
    public Task A_computed_property_selects_what_it_requires(DatabaseKind kind) => AssertAsync(
        kind,
        "{ ships { nodes { label } } }",
        sqlite: """SELECT "s"."Number", "s"."Name" FROM "Ships" AS "s" ORDER BY "s"."Number" LIMIT @Value""",
        postgres: """SELECT s."Number", s."Name" FROM "Ships" AS s ORDER BY s."Number" LIMIT @Value""");

    [OnBothDatabases]
    public Task The_present_is_a_parameter(DatabaseKind kind) => AssertAsync(
        kind,
        "{ ships { nodes { age } } }",
        sqlite: """SELECT "s"."Number", @now - "s"."Built" AS "Age" FROM "Ships" AS "s" ORDER BY "s"."Number" LIMIT @Value""",
        postgres: """SELECT s."Number", @now - s."Built" AS "Age" FROM "Ships" AS s ORDER BY s."Number" LIMIT @Value""");

    [OnBothDatabases]
    public Task A_query_of_one_row_selects_one(DatabaseKind kind) => AssertAsync(
        kind,
        "{ ship(number: 1) { name } }",
        sqlite: """SELECT "s"."Number", "s"."Name" FROM "Ships" AS "s" WHERE "s"."Number" = @number ORDER BY "s"."Number" LIMIT @Value""",
        postgres: """SELECT s."Number", s."Name" FROM "Ships" AS s WHERE s."Number" = @number ORDER BY s."Number" LIMIT @Value""");

    [OnBothDatabases]
    public Task A_cursor_bounds_the_first_key_and_then_tells_equals_apart(DatabaseKind kind) => AssertPageAsync(
        kind,
        "name: ASC",
        sqlite: """SELECT "s"."Number" FROM "Ships" AS "s" WHERE "s"."Name" >= @Value AND ("s"."Name" > @Value1 OR ("s"."Name" = @Value2 """
            + """AND "s"."Number" > @Value3)) ORDER BY "s"."Name", "s"."Number" LIMIT @Value4""",
        postgres: """SELECT s."Number" FROM "Ships" AS s WHERE s."Name" >= @Value AND (s."Name" > @Value1 OR (s."Name" = @Value2 """
            + """AND s."Number" > @Value3)) ORDER BY s."Name", s."Number" LIMIT @Value4""");

    [OnBothDatabases]
    public Task A_cursor_in_the_order_of_the_key_is_one_comparison(DatabaseKind kind) => AssertPageAsync(
        kind,
        "number: DESC",
        sqlite: """SELECT "s"."Number" FROM "Ships" AS "s" WHERE "s"."Number" < @Value ORDER BY "s"."Number" DESC LIMIT @Value1""",
        postgres: """SELECT s."Number" FROM "Ships" AS s WHERE s."Number" < @Value ORDER BY s."Number" DESC LIMIT @Value1""");

    [OnBothDatabases]
    public Task A_cursor_in_an_order_that_ends_with_null_passes_over_to_it(DatabaseKind kind) => AssertPageAsync(
        kind,
        "tonnage: DESC",
        sqlite: """SELECT "s"."Number" FROM "Ships" AS "s" WHERE ("s"."Tonnage" <= @Value OR "s"."Tonnage" IS NULL) AND ("s"."Tonnage" < @Value1 """
            + """OR "s"."Tonnage" IS NULL OR ("s"."Tonnage" = @Value2 AND "s"."Number" < @Value3)) ORDER BY "s"."Tonnage" DESC, "s"."Number" DESC LIMIT @Value4""",
        postgres: """SELECT s."Number" FROM "Ships" AS s WHERE (s."Tonnage" <= @Value OR s."Tonnage" IS NULL) AND (s."Tonnage" < @Value1 """
            + """OR s."Tonnage" IS NULL OR (s."Tonnage" = @Value2 AND s."Number" < @Value3)) """
            + """ORDER BY s."Tonnage" DESC NULLS LAST, s."Number" DESC LIMIT @Value4""");

    [OnBothDatabases]
    public Task The_keys_of_all_parents_are_one_parameter(DatabaseKind kind) => AssertAsync(
        kind,
        "{ ships { nodes { homePort { name } } } }",
        sqlite: """SELECT "p"."Code", "p"."Name" FROM "Ports" AS "p" WHERE "p"."Code" IN ( SELECT "v"."value" FROM json_each(@Value) AS "v" )""",
        postgres: """SELECT p."Code", p."Name" FROM "Ports" AS p WHERE p."Code" = ANY (@Value)""",
        statement: 1);

    [OnBothDatabases]
    public Task The_key_of_a_referenced_row_is_compared_without_a_join(DatabaseKind kind) => AssertAsync(
        kind,
        "{ ships(where: {and: [{berths: {some: {port: {code: {eq: \"x\"}}}}}, {homePort: {code: {eq: \"y\"}}}]}) { nodes { number } } }",
        sqlite: """SELECT "s"."Number" FROM "Ships" AS "s" WHERE EXISTS ( SELECT 1 FROM "Berths" AS "b" WHERE "s"."Number" = "b"."ShipNumber" """
            + """AND "b"."PortCode" = @Value) AND "s"."HomePortCode" IS NOT NULL AND "s"."HomePortCode" = @Value1 ORDER BY "s"."Number" LIMIT @Value2""",
        postgres: """SELECT s."Number" FROM "Ships" AS s WHERE EXISTS ( SELECT 1 FROM "Berths" AS b WHERE s."Number" = b."ShipNumber" """
            + """AND b."PortCode" = @Value) AND s."HomePortCode" IS NOT NULL AND s."HomePortCode" = @Value1 ORDER BY s."Number" LIMIT @Value2""");

    [OnBothDatabases]
    public Task The_page_of_one_parent_is_a_plain_limit(DatabaseKind kind) => AssertAsync(
        kind,
        "{ ship(number: 1) { voyages { nodes { number } } } }",
        sqlite: """SELECT "v"."Number", "v"."ShipNumber" AS "Parent" FROM "Voyages" AS "v" WHERE "v"."ShipNumber" = @Value """
            + """ORDER BY "v"."Departed", "v"."Number" LIMIT @Value1""",
        postgres: """SELECT v."Number", v."ShipNumber" AS "Parent" FROM "Voyages" AS v WHERE v."ShipNumber" = @Value """
            + """ORDER BY v."Departed", v."Number" LIMIT @Value1""",
        statement: 1);

    [OnBothDatabases]
    public Task The_pages_of_many_parents_are_one_statement(DatabaseKind kind) => AssertAsync(
        kind,
        "{ ships { nodes { voyages { nodes { number } } } } }",
        sqlite: """SELECT "v3"."Number", "s"."Number" AS "Parent" FROM "Ships" AS "s" INNER JOIN ( SELECT "v2"."Parent", "v2"."Number", "v2"."Departed" """
            + """FROM ( SELECT "v0"."ShipNumber" AS "Parent", "v0"."Number", "v0"."Departed", ROW_NUMBER() OVER(PARTITION BY "v0"."ShipNumber" """
            + """ORDER BY "v0"."Departed", "v0"."Number") AS "row" FROM "Voyages" AS "v0" WHERE "v0"."ShipNumber" IN ( SELECT "v1"."value" """
            + """FROM json_each(@Value) AS "v1" ) ) AS "v2" WHERE "v2"."row" <= @Value1 ) AS "v3" ON "s"."Number" = "v3"."Parent" """
            + """WHERE "s"."Number" IN ( SELECT "v"."value" FROM json_each(@Value) AS "v" ) ORDER BY "v3"."Departed", "v3"."Number" """,
        postgres: """SELECT v0."Number", v0."Parent" FROM "Ships" AS s JOIN LATERAL ( SELECT s."Number" AS "Parent", v."Number", v."Departed" """
            + """FROM "Voyages" AS v WHERE v."ShipNumber" = s."Number" ORDER BY v."Departed", v."Number" LIMIT @Value1 ) AS v0 ON TRUE """
            + "WHERE s.\"Number\" = ANY (@Value) ORDER BY v0.\"Departed\", v0.\"Number\"",
        statement: 1);

    private async Task AssertPageAsync(DatabaseKind kind, string order, string sqlite, string postgres)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var answer = await graph.AskAsync($"{{ ships(order: {{{order}}}) {{ pageInfo {{ startCursor }} }} }}");
        var cursor = (string)answer["data"]!["ships"]!["pageInfo"]!["startCursor"]!;
        await AssertAsync(kind, $"{{ ships(order: {{{order}}}, after: \"{cursor}\") {{ nodes {{ number }} }} }}", sqlite, postgres);
    }

    private async Task AssertAsync(DatabaseKind kind, string query, string sqlite, string postgres, int statement = 0)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        await graph.DataAsync(query);
        Assert.Equal(kind == DatabaseKind.Sqlite ? sqlite.TrimEnd() : postgres, graph.Statements[statement]);
    }
}
