using System.Reflection;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

public class FieldConventionTests
{
    [Fact]
    public void The_first_convention_that_answers_decides()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(Queries))
            .AddConvention(new Replacing("Name", "first")).AddConvention(new Replacing("Name", "second")).AddConvention(new Replacing("Days", "days2"))
            .Build();
        Assert.Equal(["first: Int", "number: Int!", "extra: Boolean"], schema.Fields("Day"));
        Assert.Equal(["ready: Boolean!", "days2: Int", "day: Day", "extra: Boolean"], schema.Fields("Query"));
    }

    [Fact]
    public void Types_are_completed_once_each_and_the_schema_at_the_end()
    {
        var convention = new Recording();
        new SchemaBuilder().AddQueryType(typeof(Queries)).AddConvention(convention).Build();
        Assert.Equal(["Query", "Day", "(schema)", "Late"], convention.Completed);
    }

    [Fact]
    public void Types_that_hand_made_types_refer_to_are_added()
    {
        var window = new InputObjectType("WindowInput");
        window.Fields.Add(new InputValue("span", CustomScalars.Find("Duration")!));
        var builder = new SchemaBuilder().AddQueryType(typeof(Queries)).AddConvention(new Taking(window));
        var schema = builder.Build();
        Assert.Same(window, schema.FindType("WindowInput"));
        Assert.NotNull(schema.FindType("Duration"));
        Assert.Null(schema.FindType("Long"));
    }

    [Fact]
    public void An_error_of_a_convention_is_listed_with_its_member()
    {
        var exception = Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType(typeof(Queries)).AddConvention(new Refusing()).Build());
        Assert.Contains(exception.Errors, e => e.Message == "Day.Name: no.");
    }

    public sealed record Day(string Name, int Number);

    public sealed record Late(int Hour);

    public static class Queries
    {
        public static bool Ready() => true;

        public static IReadOnlyList<Day> Days() => [];

        public static Day? Day() => null;
    }

    private abstract class Convention : IFieldConvention
    {
        public virtual Field? CreateField(MemberInfo member, FieldsType declaringType, SchemaBuilder builder) => null;

        public virtual void CompleteType(FieldsType type, SchemaBuilder builder)
        {
        }

        public virtual void CompleteSchema(SchemaBuilder builder)
        {
        }
    }

    private sealed class Replacing(string member, string name) : Convention
    {
        public override Field? CreateField(MemberInfo candidate, FieldsType declaringType, SchemaBuilder builder) =>
            candidate.Name == member ? new Field(name, BuiltInScalars.Int) : null;

        public override void CompleteType(FieldsType type, SchemaBuilder builder)
        {
            if (!type.Fields.Contains("extra")) type.Fields.Add(new Field("extra", BuiltInScalars.Boolean));
        }
    }

    private sealed class Recording : Convention
    {
        public List<string> Completed { get; } = [];

        public override void CompleteType(FieldsType type, SchemaBuilder builder) => Completed.Add(type.Name);

        public override void CompleteSchema(SchemaBuilder builder)
        {
            Completed.Add("(schema)");
            ((ObjectType)builder.FindType("Query")!).Fields.Insert(0, new Field("late", builder.ObjectTypeOf(typeof(Late))));
        }
    }

    private sealed class Taking(InputObjectType input) : Convention
    {
        public override void CompleteType(FieldsType type, SchemaBuilder builder)
        {
            if (type.Name == "Query") type.Fields["days"].Arguments.Add(new InputValue("window", input));
        }
    }

    private sealed class Refusing : Convention
    {
        public override Field? CreateField(MemberInfo member, FieldsType declaringType, SchemaBuilder builder) =>
            member.Name == "Name" ? throw new SchemaException([new("no.")]) : null;
    }
}
