using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Documents, operations, selections and fragments.</summary>
internal sealed partial class SyntaxReader
{
    private static readonly string[] OperationKeywords = ["query", "mutation", "subscription"];

    private static readonly string[] TypeSystemKeywords = ["schema", "scalar", "type", "interface", "union", "enum", "input", "directive"];

    private static readonly string[] DefinitionKeywords = [.. OperationKeywords, "fragment", .. TypeSystemKeywords, "extend"];

    /// <summary>A document, with at least one definition.</summary>
    /// <remarks>Source: GraphQL, September 2025, "Document".</remarks>
    public DocumentNode ReadDocument()
    {
        var start = lexer.Span;
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(ReadDefinition());
        }
        while (!Peek(TokenKind.EndOfDocument));
        return new DocumentNode { Definitions = definitions, Span = Since(start) };
    }

    private DefinitionNode ReadDefinition()
    {
        readsOperation = false;
        var start = lexer.Span;
        if (Peek(TokenKind.OpenBrace)) return ReadShorthandQuery();
        var description = ReadDescription();
        if (description is not null && (Peek(TokenKind.OpenBrace) || PeekKeyword("extend")))
        {
            var what = Peek(TokenKind.OpenBrace) ? "an operation without a keyword" : "an extension";
            throw SyntaxErrors.At(description.Span.Location, $"A description cannot stand before {what}.");
        }

        var keyword = Peek(TokenKind.Name) ? NamePool.Get(lexer.Text) : "";
        return keyword switch
        {
            "query" or "mutation" or "subscription" => ReadOperation(start, description),
            "fragment" => ReadFragment(start, description),
            "extend" => ReadExtension(start),
            _ => ReadTypeSystemDefinition(keyword, start, description) ?? throw NoDefinition(description is not null),
        };
    }

    private RequestErrorException NoDefinition(bool described) => described
        ? Unexpected("an operation, a fragment or a definition behind its description", DefinitionKeywords)
        : Unexpected("an operation, a fragment, a definition or an extension of types", DefinitionKeywords);

    private StringValueNode? ReadDescription() =>
        Peek(TokenKind.String) || Peek(TokenKind.BlockString) ? ReadStringValue() : null;

    private OperationDefinitionNode ReadShorthandQuery()
    {
        BeginOperation();
        var selections = ReadSelectionSet();
        return new OperationDefinitionNode { Operation = OperationKind.Query, SelectionSet = selections, Span = selections.Span };
    }

    /// <remarks>Source: GraphQL, September 2025, "Operations".</remarks>
    private OperationDefinitionNode ReadOperation(SyntaxSpan start, StringValueNode? description)
    {
        BeginOperation();
        return new OperationDefinitionNode
        {
            Description = description,
            Operation = ReadOperationKind(),
            Name = Peek(TokenKind.Name) ? ReadName() : null,
            VariableDefinitions = ReadOptionalMany(
                TokenKind.OpenParenthesis, static reader => reader.ReadVariableDefinition(), TokenKind.CloseParenthesis),
            Directives = ReadDirectives(isConstant: false),
            SelectionSet = ReadSelectionSet(),
            Span = Since(start),
        };
    }

    private void BeginOperation()
    {
        readsOperation = true;
        directivesOfOperation = 0;
    }

    private OperationKind ReadOperationKind()
    {
        if (TryTakeKeyword("query")) return OperationKind.Query;
        if (TryTakeKeyword("mutation")) return OperationKind.Mutation;
        if (TryTakeKeyword("subscription")) return OperationKind.Subscription;
        throw Unexpected("`query`, `mutation` or `subscription`", OperationKeywords);
    }

    /// <remarks>Source: GraphQL, September 2025, "Variables".</remarks>
    private VariableDefinitionNode ReadVariableDefinition()
    {
        var start = lexer.Span;
        var description = ReadDescription();
        var variable = ReadVariable();
        Expect(TokenKind.Colon);
        return new VariableDefinitionNode
        {
            Description = description,
            Variable = variable,
            Type = ReadType(),
            DefaultValue = ReadDefault(),
            Directives = ReadDirectives(isConstant: true),
            Span = Since(start),
        };
    }

    private ValueNode? ReadDefault() => TryTake(TokenKind.EqualsSign) ? ReadValue(isConstant: true) : null;

    private SelectionSetNode ReadSelectionSet()
    {
        var start = lexer.Span;
        return new SelectionSetNode
        {
            Selections = ReadMany(TokenKind.OpenBrace, static reader => reader.ReadSelection(), TokenKind.CloseBrace),
            Span = Since(start),
        };
    }

    private SelectionNode ReadSelection() => Peek(TokenKind.Spread) ? ReadSpread() : ReadField();

    /// <remarks>Source: GraphQL, September 2025, "Fields".</remarks>
    private FieldNode ReadField()
    {
        if (++fields > options.MaxFields) throw TooMany("fields in one document", options.MaxFields);
        var first = ReadName("a field or `...`");
        var second = TryTake(TokenKind.Colon) ? ReadName("the name of the field behind its alias") : null;
        return new FieldNode
        {
            Alias = second is null ? null : first,
            Name = second ?? first,
            Arguments = ReadArguments(isConstant: false),
            Directives = ReadDirectives(isConstant: false),
            SelectionSet = Peek(TokenKind.OpenBrace) ? ReadSelectionSet() : null,
            Span = Since(first.Span),
        };
    }

    /// <remarks>Source: GraphQL, September 2025, "Fragments".</remarks>
    private SelectionNode ReadSpread()
    {
        var start = lexer.Span;
        Expect(TokenKind.Spread);
        var hasType = TryTakeKeyword("on");
        if (!hasType && Peek(TokenKind.Name))
        {
            return new FragmentSpreadNode { Name = ReadName(), Directives = ReadDirectives(isConstant: false), Span = Since(start) };
        }

        return new InlineFragmentNode
        {
            TypeCondition = hasType ? ReadNamedType() : null,
            Directives = ReadDirectives(isConstant: false),
            SelectionSet = ReadSelectionSet(),
            Span = Since(start),
        };
    }

    private FragmentDefinitionNode ReadFragment(SyntaxSpan start, StringValueNode? description)
    {
        BeginOperation();
        ExpectKeyword("fragment");
        if (PeekKeyword("on")) throw Unexpected("the name of a fragment, which cannot be `on`");
        var name = ReadName("the name of a fragment");
        ExpectKeyword("on");
        return new FragmentDefinitionNode
        {
            Description = description,
            Name = name,
            TypeCondition = ReadNamedType(),
            Directives = ReadDirectives(isConstant: false),
            SelectionSet = ReadSelectionSet(),
            Span = Since(start),
        };
    }
}
