using System.Text.Json;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

public class CustomScalarsTests
{
    [Fact]
    public void Each_says_what_it_is_and_where_it_is_specified()
    {
        foreach (var scalar in CustomScalars.All)
        {
            Assert.StartsWith("https://scalars.graphql.org/chillicream/", scalar.SpecifiedBy, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(scalar.Description));
            Assert.Equal(scalar.Coercion.RuntimeType, scalar.ClrType);
        }
    }

    [Theory]
    [InlineData(typeof(DateTimeOffset), "DateTime")]
    [InlineData(typeof(DateTime), "DateTime")]
    [InlineData(typeof(DateOnly), "LocalDate")]
    [InlineData(typeof(TimeOnly), "LocalTime")]
    [InlineData(typeof(TimeSpan), "Duration")]
    [InlineData(typeof(Guid), "UUID")]
    [InlineData(typeof(Uri), "URI")]
    [InlineData(typeof(byte[]), "Base64String")]
    [InlineData(typeof(byte), "UnsignedByte")]
    [InlineData(typeof(sbyte), "Byte")]
    [InlineData(typeof(decimal), "Decimal")]
    [InlineData(typeof(JsonElement), "Any")]
    public void A_C_sharp_type_has_its_scalar(Type type, string name) => Assert.Equal(name, CustomScalars.Find(type)!.Name);

    [Fact]
    public void Page_names_are_those_of_the_scalars_in_small_letters() => Assert.Equal(
        "https://scalars.graphql.org/chillicream/unsigned-long.html", CustomScalars.Find("UnsignedLong")!.SpecifiedBy);
}
