using System.Reflection;
using Bookkeeping.Api.Hosting;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.Web.Layout;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Tests.Web;

/// <summary>The operations beside the pages that have records of their own for the answers. What the typed client sends is checked by the compiler.</summary>
public sealed class DocumentTests
{
    private const string Ending = ".graphql";
    private static readonly Assembly Web = typeof(App).Assembly;
    private static readonly Schema Schema = BookkeepingSchema.Describe();

    public static TheoryData<string> Pages => [.. Web.GetManifestResourceNames().Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(n => n[..^Ending.Length]).Where(HasRecords)];

    [Theory, MemberData(nameof(Pages))]
    public void An_operation_fits_the_schema(string page) => Assert.Empty(DocumentValidator.Validate(Schema, Document(page)));

    [Theory, MemberData(nameof(Pages))]
    public void What_the_graph_may_leave_open_may_be_null_on_the_page(string page)
    {
        var answer = Web.GetType(page)!.GetNestedType("Answer", BindingFlags.NonPublic)!;
        var operation = Document(page).Definitions.OfType<OperationDefinitionNode>().Single();

        Assert.Empty(Misfits(operation.SelectionSet, Schema.QueryType!, answer, new NullabilityInfoContext()));
    }

    private static bool HasRecords(string page) => Web.GetType(page)?.GetNestedType("Answer", BindingFlags.NonPublic) is not null;

    private static DocumentNode Document(string page)
    {
        using var reader = new StreamReader(Web.GetManifestResourceStream(page + Ending)!);
        return Parser.Parse(reader.ReadToEnd());
    }

    private static IEnumerable<string> Misfits(SelectionSetNode selections, FieldsType type, Type record, NullabilityInfoContext nullability)
    {
        foreach (var field in selections.Selections.Cast<FieldNode>())
        {
            var name = (field.Alias ?? field.Name).Value;
            var fieldType = type.Fields.Single(f => f.Name == field.Name.Value).Type;
            var property = record.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if (property is null) yield return $"{record.Name} has no {name}.";
            else
            {
                if (!fieldType.IsNonNull && nullability.Create(property).WriteState == NullabilityState.NotNull && !IsEmptyForNull(property)) yield return $"{record.Name}.{property.Name} cannot be null.";
                if (field.SelectionSet is not { } inner) continue;
                foreach (var misfit in Misfits(inner, (FieldsType)fieldType.Named, ItemType(property.PropertyType), nullability)) yield return misfit;
            }
        }
    }

    // A connection that the graph could not read is an empty one, and so are its rows.
    private static bool IsEmptyForNull(PropertyInfo property) => IsConnection(property.PropertyType) || IsConnection(property.DeclaringType!);

    private static bool IsConnection(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Connection<>);

    private static Type ItemType(Type type) =>
        type is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? list.GenericTypeArguments[0] : type;
}
