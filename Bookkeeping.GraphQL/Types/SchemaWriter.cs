using System.Text;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types;

/// <summary>Writes definitions one behind the other.</summary>
internal sealed class SchemaWriter(SchemaPrinterOptions options)
{
    private const string Indentation = "  ";

    /// <summary>A longer description of one line stands between triple quotes on a line of its own.</summary>
    private const int MaxShortDescription = 100;

    private readonly StringBuilder text = new();

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>Writes <c>schema { … }</c>; nothing for a schema without root types, which has no such form.</summary>
    public void WriteSchema(Schema schema)
    {
        var roots = Enum.GetValues<OperationKind>().Where(operation => schema.RootType(operation) is not null).ToList();
        if (roots.Count == 0) return;
        Begin(schema.Description);
        text.Append("schema");
        WriteApplied(schema.AppliedDirectives);
        text.Append(" {\n");
        foreach (var operation in roots)
            text.Append(Indentation).Append(operation.ToString().ToLowerInvariant()).Append(": ").Append(schema.RootType(operation)!.Name).Append('\n');
        text.Append('}');
    }

    /// <summary>Writes <c>directive @name(…) on …</c>.</summary>
    public void WriteDirective(DirectiveType directive)
    {
        Begin(directive.Description);
        text.Append("directive @").Append(directive.Name);
        WriteArguments(directive.Arguments, "");
        text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
        text.AppendJoin(" | ", Ordered(directive.Locations, location => location));
    }

    /// <summary>Writes the definition of a type.</summary>
    public void WriteType(NamedType type)
    {
        Begin(type.Description);
        text.Append(Keyword(type)).Append(' ').Append(type.Name);
        if (type is FieldsType { Interfaces.Count: > 0 } implementing)
            text.Append(" implements ").AppendJoin(" & ", Ordered(implementing.Interfaces, contract => contract.Name));
        if (type is ScalarType { SpecifiedBy: { } url }) WriteDirectiveWith("specifiedBy", "url", url);
        if (type is InputObjectType { IsOneOf: true }) text.Append(" @oneOf");
        WriteApplied(type.AppliedDirectives);
        switch (type)
        {
            case FieldsType fields: WriteBlock(fields.Fields, WriteField); break;
            case InputObjectType input: WriteBlock(input.Fields, WriteInputValue); break;
            case EnumType values: WriteBlock(values.Values, value => text.Append(value.Name)); break;
            case UnionType { Types.Count: > 0 } union: text.Append(" = ").AppendJoin(" | ", Ordered(union.Types, member => member.Name)); break;
        }
    }

    private static string Keyword(NamedType type) => type switch
    {
        ScalarType => "scalar",
        ObjectType => "type",
        InterfaceType => "interface",
        UnionType => "union",
        EnumType => "enum",
        _ => "input",
    };

    private void Begin(string? description)
    {
        if (text.Length > 0) text.Append("\n\n");
        WriteDescription(description, "");
    }

    private void WriteField(Field field)
    {
        text.Append(field.Name);
        WriteArguments(field.Arguments, Indentation);
        text.Append(": ").Append(field.Type);
    }

    private void WriteInputValue(InputValue value)
    {
        text.Append(value.Name).Append(": ").Append(value.Type);
        if (value.DefaultValue is { } literal) text.Append(" = ").Append(Printer.Print(literal));
    }

    /// <summary>Writes arguments on one line; where one has a description, each on a line of its own.</summary>
    private void WriteArguments(IReadOnlyList<InputValue> arguments, string indentation)
    {
        if (arguments.Count == 0) return;
        text.Append('(');
        if (arguments.All(argument => argument.Description is null))
        {
            var isFirst = true;
            foreach (var argument in Ordered(arguments))
            {
                if (!isFirst) text.Append(", ");
                isFirst = false;
                WriteInputValue(argument);
                WriteDirectives(argument);
            }
        }
        else
        {
            text.Append('\n');
            WriteMembers(arguments, WriteInputValue, indentation + Indentation);
            text.Append(indentation);
        }

        text.Append(')');
    }

    private void WriteBlock<T>(IReadOnlyList<T> members, Action<T> write)
        where T : Member
    {
        if (members.Count == 0) return;
        text.Append(" {\n");
        WriteMembers(members, write, Indentation);
        text.Append('}');
    }

    /// <summary>Writes members one a line, an empty line before each that begins with a description.</summary>
    private void WriteMembers<T>(IReadOnlyList<T> members, Action<T> write, string indentation)
        where T : Member
    {
        var isFirst = true;
        foreach (var member in Ordered(members))
        {
            if (!isFirst && member.Description is not null) text.Append('\n');
            isFirst = false;
            text.Append(indentation);
            WriteDescription(member.Description, indentation);
            write(member);
            WriteDirectives(member);
            text.Append('\n');
        }
    }

    private void WriteDirectives(Member member)
    {
        if (member.DeprecationReason == BuiltInDirectives.DefaultDeprecationReason) text.Append(" @deprecated");
        else if (member.DeprecationReason is { } reason) WriteDirectiveWith("deprecated", "reason", reason);
        WriteApplied(member.AppliedDirectives);
    }

    private void WriteApplied(IEnumerable<DirectiveNode> directives)
    {
        if (!options.PrintsAppliedDirectives) return;
        foreach (var directive in directives)
            if (!options.HiddenDirectives.Contains(directive.Name.Value)) text.Append(' ').Append(Printer.Print(directive));
    }

    private void WriteDirectiveWith(string name, string argument, string value) =>
        text.Append($" @{name}({argument}: {Printer.Print(new StringValueNode { Value = value })})");

    private void WriteDescription(string? description, string indentation)
    {
        if (description is null) return;
        var lineBreak = "\n" + indentation;
        var isShort = description.Length <= MaxShortDescription && !description.Contains('\n');
        if ((isShort && !options.PrefersBlockDescriptions) || !BlockString.CanHold(description))
            text.Append(Printer.Print(new StringValueNode { Value = description }));
        else
            BlockString.Write(text, description, lineBreak);
        text.Append(lineBreak);
    }

    private IEnumerable<T> Ordered<T>(IReadOnlyList<T> members)
        where T : Member => Ordered(members, member => member.Name);

    private IEnumerable<T> Ordered<T>(IEnumerable<T> items, Func<T, string> name) =>
        options.Order == SchemaOrder.ByName ? items.OrderBy(name, StringComparer.Ordinal) : items;
}
