using System.Text;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>The walk behind <see cref="Printer"/>: this part writes documents, operations, values and types.</summary>
internal sealed partial class SyntaxWriter
{
    /// <summary>A field's arguments are broken into lines when they would make a longer one, indentation not counted.</summary>
    private const int MaxLineLength = 80;

    private readonly StringBuilder text = new();

    /// <summary>A line end and the indentation of the current depth.</summary>
    private string lineBreak = "\n";

    public override string ToString() => text.ToString();

    public void Write(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document: WriteSeparated(document.Definitions, "\n\n"); break;
            case OperationDefinitionNode operation: WriteOperation(operation); break;
            case VariableDefinitionNode variable: WriteVariableDefinition(variable); break;
            case SelectionSetNode selections: WriteBlock(selections.Selections); break;
            case FieldNode field: WriteField(field); break;
            case FragmentSpreadNode spread: WriteSpread(spread); break;
            case InlineFragmentNode fragment: WriteInlineFragment(fragment); break;
            case FragmentDefinitionNode fragment: WriteFragment(fragment); break;
            case NameNode name: text.Append(name.Value); break;
            case ArgumentNode argument: WritePair(argument.Name, argument.Value); break;
            case DirectiveNode directive: WriteDirective(directive); break;
            case ValueNode value: WriteValue(value); break;
            case ObjectFieldNode field: WritePair(field.Name, field.Value); break;
            case TypeNode type: WriteType(type); break;
            default: WriteTypeSystem(node); break;
        }
    }

    private void WriteOperation(OperationDefinitionNode operation)
    {
        WriteDescription(operation.Description);
        var isShorthand = operation is
        {
            Operation: OperationKind.Query, Description: null, Name: null, VariableDefinitions.Count: 0, Directives.Count: 0,
        };
        if (!isShorthand)
        {
            text.Append(Keyword(operation.Operation));
            if (operation.Name is not null || operation.VariableDefinitions.Count > 0) text.Append(' ');
            if (operation.Name is not null) Write(operation.Name);
            WriteDefinitions(operation.VariableDefinitions);
            WriteDirectives(operation.Directives);
            text.Append(' ');
        }

        Write(operation.SelectionSet);
    }

    private static string Keyword(OperationKind operation) => operation switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };

    private void WriteVariableDefinition(VariableDefinitionNode definition)
    {
        WriteDescription(definition.Description);
        WritePair(definition.Variable, definition.Type);
        WriteDefault(definition.DefaultValue);
        WriteDirectives(definition.Directives);
    }

    private void WriteField(FieldNode field)
    {
        var start = text.Length;
        if (field.Alias is not null)
        {
            Write(field.Alias);
            text.Append(": ");
        }

        Write(field.Name);
        WriteArgumentsOfField(field.Arguments, start);
        WriteDirectives(field.Directives);
        WriteSelectionsBehind(field.SelectionSet);
    }

    /// <summary>In one line when they fit there, else each in its own.</summary>
    private void WriteArgumentsOfField(IReadOnlyList<ArgumentNode> arguments, int startOfField)
    {
        var start = text.Length;
        WriteParenthesized(arguments, inLines: false);
        if (arguments.Count == 0 || text.Length - startOfField <= MaxLineLength) return;
        text.Length = start;
        WriteParenthesized(arguments, inLines: true);
    }

    private void WriteSelectionsBehind(SelectionSetNode? selections)
    {
        if (selections is null) return;
        text.Append(' ');
        Write(selections);
    }

    private void WriteSpread(FragmentSpreadNode spread)
    {
        text.Append("...");
        Write(spread.Name);
        WriteDirectives(spread.Directives);
    }

    private void WriteInlineFragment(InlineFragmentNode fragment)
    {
        text.Append("...");
        if (fragment.TypeCondition is not null)
        {
            text.Append(" on ");
            Write(fragment.TypeCondition);
        }

        WriteDirectives(fragment.Directives);
        WriteSelectionsBehind(fragment.SelectionSet);
    }

    private void WriteFragment(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        text.Append("fragment ");
        Write(fragment.Name);
        text.Append(" on ");
        Write(fragment.TypeCondition);
        WriteDirectives(fragment.Directives);
        WriteSelectionsBehind(fragment.SelectionSet);
    }

    private void WriteDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            text.Append(' ');
            WriteDirective(directive);
        }
    }

    private void WriteDirective(DirectiveNode directive)
    {
        text.Append('@');
        Write(directive.Name);
        WriteParenthesized(directive.Arguments, inLines: false);
    }

    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable: text.Append('$').Append(variable.Name.Value); break;
            case IntValueNode number: text.Append(number.Value); break;
            case FloatValueNode number: text.Append(number.Value); break;
            case StringValueNode { IsBlock: true } block when BlockString.CanHold(block.Value): BlockString.Write(text, block.Value, lineBreak); break;
            case StringValueNode quoted: QuotedString.Write(text, quoted.Value); break;
            case BooleanValueNode boolean: text.Append(boolean.Value ? "true" : "false"); break;
            case NullValueNode: text.Append("null"); break;
            case EnumValueNode name: text.Append(name.Value); break;
            case ListValueNode list: WriteEnclosed('[', list.Items, ']'); break;
            case ObjectValueNode fields: WriteEnclosed('{', fields.Fields, '}'); break;
            default: throw new ArgumentException($"No value: {value.GetType().Name}.", nameof(value));
        }
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                Write(named.Name);
                break;
            case ListTypeNode list:
                text.Append('[');
                WriteType(list.OfType);
                text.Append(']');
                break;
            case NonNullTypeNode nonNull:
                WriteType(nonNull.OfType);
                text.Append('!');
                break;
        }
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null) return;
        Write(description);
        text.Append(lineBreak);
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is null) return;
        text.Append(" = ");
        WriteValue(value);
    }

    private void WritePair(SyntaxNode name, SyntaxNode value)
    {
        Write(name);
        text.Append(": ");
        Write(value);
    }

    private void WriteEnclosed(char open, IReadOnlyList<SyntaxNode> nodes, char close)
    {
        text.Append(open);
        WriteSeparated(nodes, ", ");
        text.Append(close);
    }

    /// <summary>Nothing for no nodes; else in parentheses, side by side or in a line each.</summary>
    private void WriteParenthesized(IReadOnlyList<SyntaxNode> nodes, bool inLines)
    {
        if (nodes.Count == 0) return;
        if (inLines) WriteLines('(', nodes, ')');
        else WriteEnclosed('(', nodes, ')');
    }

    /// <summary>Variables or arguments defined: in a line each when one of them takes several lines anyway.</summary>
    private void WriteDefinitions(IReadOnlyList<SyntaxNode> definitions)
    {
        var start = text.Length;
        WriteParenthesized(definitions, inLines: false);
        if (text.ToString(start, text.Length - start).IndexOf('\n') < 0) return;
        text.Length = start;
        WriteParenthesized(definitions, inLines: true);
    }

    private void WriteBlock(IReadOnlyList<SyntaxNode> nodes) => WriteLines('{', nodes, '}');

    private void WriteLines(char open, IReadOnlyList<SyntaxNode> nodes, char close)
    {
        var outer = lineBreak;
        lineBreak += "  ";
        text.Append(open).Append(lineBreak);
        WriteSeparated(nodes, lineBreak);
        lineBreak = outer;
        text.Append(lineBreak).Append(close);
    }

    private void WriteSeparated(IReadOnlyList<SyntaxNode> nodes, string separator)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0) text.Append(separator);
            Write(nodes[i]);
        }
    }
}
