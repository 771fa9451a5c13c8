using System.Reflection;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

public class NamingTests
{
    [Theory]
    [InlineData(nameof(Sample.GetSlowAsync), "slow")]
    [InlineData(nameof(Sample.GetRuns), "runs")]
    [InlineData(nameof(Sample.Getaway), "getaway")]
    [InlineData(nameof(Sample.Get), "get")]
    [InlineData(nameof(Sample.GetAsync), "get")]
    [InlineData(nameof(Sample.Async), "async")]
    [InlineData(nameof(Sample.GetDCSOnAsync), "dcsOn")]
    [InlineData(nameof(Sample.Renamed), "other")]
    public void A_method_loses_Get_and_Async(string method, string expected) =>
        Assert.Equal(expected, Naming.FieldName(typeof(Sample).GetMethod(method)!));

    [Theory]
    [InlineData(nameof(Sample.DCSOn), "dcsOn")]
    [InlineData(nameof(Sample.GetterCount), "getterCount")]
    [InlineData(nameof(Sample.GetProperty), "getProperty")]
    [InlineData(nameof(Sample.RenamedProperty), "other")]
    public void A_property_keeps_its_words(string property, string expected) =>
        Assert.Equal(expected, Naming.FieldName(typeof(Sample).GetProperty(property)!));

    [Theory]
    [InlineData("RunNumber", "runNumber")]
    [InlineData("DCSOn", "dcsOn")]
    [InlineData("ID", "id")]
    [InlineData("URL", "url")]
    [InlineData("X", "x")]
    [InlineData("O2Start", "o2Start")]
    [InlineData("L3Current", "l3Current")]
    [InlineData("FLPs", "flPs")]
    [InlineData("ABTest", "abTest")]
    [InlineData("SHA256", "sha256")]
    [InlineData("already", "already")]
    [InlineData("", "")]
    public void A_leading_acronym_is_lowered_as_a_block(string name, string expected) => Assert.Equal(expected, Naming.CamelCase(name));

    [Theory]
    [InlineData("NotSet", "NOT_SET")]
    [InlineData("HVOff", "HV_OFF")]
    [InlineData("Pb82Pb82", "PB82_PB82")]
    [InlineData("Good", "GOOD")]
    [InlineData("BAD", "BAD")]
    [InlineData("AOT_EVENT", "AOT_EVENT")]
    [InlineData("Aot_Event", "AOT_EVENT")]
    [InlineData("ProtonProton", "PROTON_PROTON")]
    [InlineData("GoodForDCS", "GOOD_FOR_DCS")]
    [InlineData("X1y", "X1Y")]
    public void Enum_values_are_words_in_capitals(string name, string expected) => Assert.Equal(expected, Naming.UpperSnakeCase(name));

    [Theory]
    [InlineData(typeof(Sample), "Sample")]
    [InlineData(typeof(KeyValuePair<string, string>), "KeyValuePairOfStringAndString")]
    [InlineData(typeof(KeyValuePair<int, List<Sample>>), "KeyValuePairOfInt32AndListOfSample")]
    [InlineData(typeof(KeyValuePair<string, Sample[]>), "KeyValuePairOfStringAndListOfSample")]
    [InlineData(typeof(ICount), "ICount")]
    [InlineData(typeof(RenamedType), "Better")]
    public void A_type_is_named_as_its_class(Type type, string expected) => Assert.Equal(expected, Naming.TypeName(type));

    [Theory]
    [InlineData(typeof(EndRun), "EndRunInput")]
    [InlineData(typeof(EndRunInput), "EndRunInput")]
    [InlineData(typeof(RenamedType), "Better")]
    public void An_input_object_ends_with_Input_unless_it_was_named(Type type, string expected) => Assert.Equal(expected, Naming.InputTypeName(type));

    [Fact]
    public void An_argument_is_named_as_its_parameter()
    {
        var parameters = typeof(Sample).GetMethod(nameof(Sample.Take), BindingFlags.Public | BindingFlags.Instance)!.GetParameters();
        Assert.Equal(["runNumber", "other"], parameters.Select(Naming.ArgumentName));
    }

    private interface ICount;

    private sealed class EndRun;

    private sealed class EndRunInput;

    [GraphQLName("Better")]
    private sealed class RenamedType;

    private sealed class Sample
    {
        public bool DCSOn => true;

        public int GetterCount => 1;

        public int GetProperty => 1;

        [GraphQLName("other")]
        public int RenamedProperty => 1;

        public Task<int> GetSlowAsync() => Task.FromResult(1);

        public int GetRuns() => 1;

        public int Getaway() => 1;

        public int Get() => 1;

        public int GetAsync() => 1;

        public int Async() => 1;

        public int GetDCSOnAsync() => 1;

        [GraphQLName("other")]
        public int Renamed() => 1;

        public int Take(int runNumber, [GraphQLName("other")] int second) => runNumber + second;
    }
}
