using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;
using Bookkeeping.GraphQL.Types.SchemaValidation;

namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class UniqueMembersTests
{
    [Fact]
    public void Members_from_code_cannot_share_a_name()
    {
        var (query, input, values) = (new ObjectType("Query"), new InputObjectType("Filter"), new EnumType("State"));
        query.Fields.Add(FieldWithArguments(input, values));
        query.Fields.Add(new Field("runs", BuiltInScalars.Int));
        foreach (var name in new[] { "a", "a" })
        {
            input.Fields.Add(new InputValue(name, BuiltInScalars.Int));
            values.Values.Add(new EnumValue(name, name));
        }

        var errors = SchemaValidator.Validate(new Schema([query, input, values, BuiltInScalars.Int], [], query));
        Assert.Equal(
            ["`Filter` has more than one `a`.", "`Query.runs` has more than one `where`.", "`Query` has more than one `runs`.", "`State` has more than one `a`."],
            errors.Select(error => error.Message).Order(StringComparer.Ordinal));
    }

    private static Field FieldWithArguments(InputObjectType input, EnumType values)
    {
        var field = new Field("runs", values);
        field.Arguments.Add(new InputValue("where", input));
        field.Arguments.Add(new InputValue("where", input));
        return field;
    }
}
