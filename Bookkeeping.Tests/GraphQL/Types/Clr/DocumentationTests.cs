using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

public class DocumentationTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddQueryType(typeof(Queries)).AddType(typeof(Described)).Build();

    [Theory]
    [InlineData("beamEnergyGeV", "Energy of each beam.\nGeV; null when unknown.\n\nSource: LHC.")]
    [InlineData("inherited", "Said by the interface.")]
    [InlineData("referred", "Energy of each beam.\nGeV; null when unknown.\n\nSource: LHC.")]
    [InlineData("overruled", "By the attribute.")]
    [InlineData("unsaid", "Said by the interface, too.")]
    [InlineData("silent", null)]
    public void Properties_are_described_by_their_documentation(string field, string? expected) =>
        Assert.Equal(expected, Schema.Field("Described", field).Description);

    [Fact]
    public void Types_are_described() => Assert.Equal("What is described.", Schema.FindType("Described")!.Description);

    [Fact]
    public void Positional_parameters_of_a_record_describe_its_properties()
    {
        Assert.Equal("Where it stands.", Schema.Field("Place", "position").Description);
        Assert.Equal("Where it stands.", ((InputObjectType)Schema.FindType("PlaceInput")!).Fields["position"].Description);
    }

    [Fact]
    public void Methods_are_described_with_their_arguments()
    {
        var field = Schema.Field("Query", "places");
        Assert.Equal("Finds places.\n\n**Returns:**\nThe nearest first.", field.Description);
        Assert.Equal("Where to look from.", field.Arguments["around"].Description);
        Assert.Equal("By the attribute.", field.Arguments["limit"].Description);
    }

    [Fact]
    public void Members_of_a_generic_class_are_described_where_the_class_is_open() =>
        Assert.Equal("The thing in it.", Schema.Field("HolderOfPlace", "content").Description);

    [Fact]
    public void Enum_values_are_described() => Assert.Equal("Upwards.", ((EnumType)Schema.FindType("Direction")!).Values["UP"].Description);

    [Fact]
    public void A_root_without_words_of_its_own_says_what_a_root_is()
    {
        var undocumented = new SchemaBuilder().AddQueryType(typeof(Undocumented)).Build();
        Assert.Equal("The fields a query starts from.", undocumented.QueryType!.Description);
        Assert.Equal("Looks at places.", Schema.QueryType!.Description);
    }

    [Fact]
    public void Several_root_classes_are_one_root()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(Queries)).AddQueryType(typeof(Undocumented)).Build();
        Assert.Equal(["places", "direction", "holder", "ready"], schema.QueryType!.Fields.Select(f => f.Name));
        Assert.Equal("The fields a query starts from.", schema.QueryType.Description);
    }

    public interface ISaying
    {
        /// <summary>Said by the interface.</summary>
        int Inherited { get; }

        /// <summary>Said by the interface, too.</summary>
        int Unsaid { get; }
    }

    /// <summary>What is described.</summary>
    public sealed class Described : ISaying
    {
        /// <summary>Energy of each beam.</summary>
        /// <value>GeV; null when unknown.</value>
        /// <remarks>Source: LHC.</remarks>
        public double? BeamEnergyGeV { get; init; }

        /// <inheritdoc/>
        public int Inherited => 1;

        /// <inheritdoc cref="BeamEnergyGeV"/>
        public int Referred => 1;

        /// <summary>By the documentation.</summary>
        [GraphQLDescription("By the attribute.")]
        public int Overruled => 1;

        public int Unsaid => 1;

        public int Silent => 1;
    }

    /// <summary>A place.</summary>
    /// <param name="Position">Where it stands.</param>
    public sealed record Place(int Position);

    public sealed class Holder<T>
    {
        /// <summary>The thing in it.</summary>
        public T? Content { get; init; }
    }

    public enum Direction
    {
        /// <summary>Upwards.</summary>
        Up,
    }

    /// <summary>Looks at places.</summary>
    public sealed class Queries
    {
        /// <summary>Finds places.</summary>
        /// <param name="around">Where to look from.</param>
        /// <param name="limit">By the documentation.</param>
        /// <returns>The nearest first.</returns>
        public IReadOnlyList<Place> Places(Place around, [GraphQLDescription("By the attribute.")] int limit = 1) => [around, new Place(limit)];

        public Direction Direction() => default;

        public Holder<Place>? Holder() => null;
    }

    public sealed class Undocumented
    {
        public bool Ready() => true;
    }
}
