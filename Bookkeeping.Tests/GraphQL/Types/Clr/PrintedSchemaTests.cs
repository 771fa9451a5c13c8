using System.Buffers;
using System.Text;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

/// <summary>A small graph of each kind of member: what it prints as SDL, and what it answers.</summary>
public class PrintedSchemaTests
{
    private static readonly Schema Schema = new SchemaBuilder()
        .AddQueryType(typeof(Query)).AddMutationType(typeof(Mutation)).AddTypeExtension(typeof(ShipFields)).AddType(typeof(Buoy)).Build();

    [Fact]
    public void A_schema_prints_as_its_C_sharp_types_are_declared() => Assert.Equal(
        """"
        schema {
          query: Query
          mutation: Mutation
        }

        "Whatever floats."
        interface Floating {
          "How much water it moves."
          displacement: Decimal!
        }

        type Buoy implements Floating {
          "How much water it moves."
          displacement: Decimal!
          light: URI
        }

        "The fields a mutation starts from; they run one after the other."
        type Mutation {
          rename(input: RenameShipInput!): Ship! @cost(weight: "10")
        }

        "The fields a query starts from."
        type Query {
          ship(by: ShipLookup!): Ship
          floating: [Floating!]! @cost(weight: "10")
        }

        "Something with a hull."
        type Ship implements Floating {
          id: ID!
          name: String!

          """
          Length of the hull.
          Metres, above 0; null when nobody measured.
          """
          length: Float

          "How much water it moves."
          displacement: Decimal!
          kind: ShipKind!
          launchedAt: DateTime
          oldName: String @deprecated(reason: "Use `name`.")
          label(width: Int! = 3, suffix: String): String!
          sisters: [Ship!]! @cost(weight: "10")
        }

        input RenameShipInput {
          id: ID!
          name: String
          kind: ShipKind! = FISHING_BOAT
        }

        "By one of its keys."
        input ShipLookup @oneOf {
          id: ID

          "As painted on the bow."
          name: String
        }

        enum ShipKind {
          FISHING_BOAT

          "Carries people over short ways."
          FERRY
        }

        """
        What the place costs, where it is not the usual: 1 for objects and fields that give them, 0 for leaves and what is given to fields.
        """
        directive @cost(
          "The weight, a number."
          weight: String!
        ) on SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | INPUT_FIELD_DEFINITION

        "An instant with its offset from UTC: `2022-09-24T00:21:15+02:00`, `2022-09-23T22:21:15Z`."
        scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/chillicream/date-time.html")

        "A decimal number of up to 28 digits, without rounding."
        scalar Decimal @specifiedBy(url: "https://scalars.graphql.org/chillicream/decimal.html")

        "An address, absolute or relative."
        scalar URI @specifiedBy(url: "https://scalars.graphql.org/chillicream/uri.html")
        """",
        SchemaPrinter.Print(Schema));

    [Theory]
    [InlineData("{ ship(by: { name: \"Ada\" }) { id name length label(suffix: \"!\") } }", """{"data":{"ship":{"id":"1","name":"Ada","length":12.5,"label":"Ada!"}}}""")]
    [InlineData("{ ship(by: { id: 2 }) { name launchedAt kind sisters { name } } }", """{"data":{"ship":{"name":"Bert","launchedAt":"2022-09-24T00:21:15+02:00","kind":"FERRY","sisters":[{"name":"Ada"}]}}}""")]
    [InlineData("{ ship(by: { id: 3 }) { name } }", """{"data":{"ship":null}}""")]
    [InlineData("{ floating { __typename displacement ... on Buoy { light } } }", """{"data":{"floating":[{"__typename":"Ship","displacement":12.50},{"__typename":"Buoy","displacement":0.5,"light":"https://example.org/"}]}}""")]
    [InlineData("mutation { rename(input: { id: 1, name: \"Cleo\" }) { name kind } }", """{"data":{"rename":{"name":"Cleo","kind":"FISHING_BOAT"}}}""")]
    [InlineData("mutation { rename(input: { id: 1, name: null, kind: FERRY }) { name kind } }", """{"data":{"rename":{"name":"(none)","kind":"FERRY"}}}""")]
    [InlineData("mutation { rename(input: { id: 1 }) { name } }", """{"data":{"rename":{"name":"Ada"}}}""")]
    public async Task A_request_is_answered_by_the_members(string query, string expected)
    {
        var executor = new RequestExecutor(Schema, new RequestExecutorOptions(), NullLogger<RequestExecutor>.Instance, TimeProvider.System);
        var result = await executor.ExecuteAsync(new GraphQLRequest { Query = query }, new ServiceCollection().BuildServiceProvider(), CancellationToken.None);
        var answer = new ArrayBufferWriter<byte>();
        result.WriteTo(answer);
        Assert.Equal(expected, Encoding.UTF8.GetString(answer.WrittenSpan));
    }

    /// <summary>Whatever floats.</summary>
    [InterfaceType]
    [GraphQLName("Floating")]
    public interface IFloating
    {
        /// <summary>How much water it moves.</summary>
        decimal Displacement { get; }
    }

    public enum ShipKind
    {
        FishingBoat,

        /// <summary>Carries people over short ways.</summary>
        Ferry,
    }

    /// <summary>Something with a hull.</summary>
    public sealed record Ship([property: ID] int Id, string Name) : IFloating
    {
        /// <summary>Length of the hull.</summary>
        /// <value>Metres, above 0; null when nobody measured.</value>
        public double? Length { get; init; }

        public decimal Displacement { get; init; } = 12.50m;

        public ShipKind Kind { get; init; }

        public DateTimeOffset? LaunchedAt { get; init; }

        [GraphQLDeprecated("Use `name`.")]
        public string? OldName => null;
    }

    public sealed record Buoy(decimal Displacement, Uri? Light) : IFloating;

    /// <summary>By one of its keys.</summary>
    /// <param name="Id"/>
    /// <param name="Name">As painted on the bow.</param>
    [OneOf]
    [GraphQLName("ShipLookup")]
    public sealed record ShipLookup([ID] int? Id, string? Name);

    public sealed record RenameShipInput([ID] int Id, Optional<string?> Name, ShipKind Kind = ShipKind.FishingBoat);

    public static class Query
    {
        public static readonly Ship Ada = new(1, "Ada") { Length = 12.5 };
        public static readonly Ship Bert = new(2, "Bert") { Kind = ShipKind.Ferry, LaunchedAt = new DateTimeOffset(2022, 9, 24, 0, 21, 15, TimeSpan.FromHours(2)) };

        public static Ship? GetShip(ShipLookup by) => new[] { Ada, Bert }.FirstOrDefault(s => s.Id == by.Id || s.Name == by.Name);

        public static Task<IReadOnlyList<IFloating>> GetFloatingAsync() =>
            Task.FromResult<IReadOnlyList<IFloating>>([Ada, new Buoy(0.5m, new Uri("https://example.org/"))]);
    }

    public sealed class Mutation
    {
        public Ship Rename(RenameShipInput input) =>
            new(input.Id, input.Name.HasValue ? input.Name.Value ?? "(none)" : Query.Ada.Name) { Kind = input.Kind };
    }

    [ExtendObjectType<Ship>]
    public static class ShipFields
    {
        public static string Label([Parent(nameof(Ship.Name))] Ship ship, int width = 3, string? suffix = null) => ship.Name.PadRight(width) + suffix;

        public static ValueTask<IReadOnlyList<Ship[]>> GetSistersAsync([Parent(nameof(Ship.Id))] IReadOnlyList<Ship> ships) =>
            ValueTask.FromResult<IReadOnlyList<Ship[]>>([.. ships.Select(s => s.Id == 1 ? new[] { Query.Bert } : [Query.Ada])]);
    }
}
