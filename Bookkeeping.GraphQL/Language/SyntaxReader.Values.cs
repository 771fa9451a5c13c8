using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Values, arguments, directives and type references.</summary>
internal sealed partial class SyntaxReader
{
    /// <summary>A value; a constant one holds no variables.</summary>
    /// <remarks>Source: GraphQL, September 2025, "Input Values".</remarks>
    public ValueNode ReadValue(bool isConstant)
    {
        var span = lexer.Span;
        switch (lexer.Kind)
        {
            case TokenKind.Int:
                return new IntValueNode { Value = TakeText(), Span = span };
            case TokenKind.Float:
                return new FloatValueNode { Value = TakeText(), Span = span };
            case TokenKind.String or TokenKind.BlockString:
                return ReadStringValue();
            case TokenKind.Name:
                return ReadNamedValue();
            case TokenKind.OpenBracket:
                return ReadList(isConstant);
            case TokenKind.OpenBrace:
                return ReadObject(isConstant);
            case TokenKind.Dollar when !isConstant:
                return ReadVariable();
            case TokenKind.Dollar:
                throw Unexpected("a value without variables");
            default:
                throw Unexpected("a value");
        }
    }

    private string TakeText()
    {
        var text = lexer.Text.ToString();
        Advance();
        return text;
    }

    private StringValueNode ReadStringValue()
    {
        var node = new StringValueNode { Value = lexer.StringValue(), IsBlock = Peek(TokenKind.BlockString), Span = lexer.Span };
        Advance();
        return node;
    }

    /// <summary><c>true</c>, <c>false</c>, <c>null</c>, or else an enum value.</summary>
    private ValueNode ReadNamedValue()
    {
        var name = ReadName();
        return name.Value switch
        {
            "true" => new BooleanValueNode { Value = true, Span = name.Span },
            "false" => new BooleanValueNode { Value = false, Span = name.Span },
            "null" => new NullValueNode { Span = name.Span },
            _ => new EnumValueNode { Value = name.Value, Span = name.Span },
        };
    }

    private ListValueNode ReadList(bool isConstant)
    {
        var start = lexer.Span;
        Expect(TokenKind.OpenBracket);
        var items = new List<ValueNode>();
        while (!TryTake(TokenKind.CloseBracket))
        {
            if (Peek(TokenKind.EndOfDocument)) throw Unclosed(TokenKind.OpenBracket, start.Location, TokenKind.CloseBracket);
            items.Add(ReadValue(isConstant));
        }

        return new ListValueNode { Items = items, Span = Since(start) };
    }

    private ObjectValueNode ReadObject(bool isConstant)
    {
        var start = lexer.Span;
        Expect(TokenKind.OpenBrace);
        var objectFields = new List<ObjectFieldNode>();
        while (!TryTake(TokenKind.CloseBrace))
        {
            if (Peek(TokenKind.EndOfDocument)) throw Unclosed(TokenKind.OpenBrace, start.Location, TokenKind.CloseBrace);
            objectFields.Add(ReadObjectField(isConstant));
        }

        return new ObjectValueNode { Fields = objectFields, Span = Since(start) };
    }

    private ObjectFieldNode ReadObjectField(bool isConstant)
    {
        var name = ReadName("the name of an input field or `}`");
        Expect(TokenKind.Colon);
        return new ObjectFieldNode { Name = name, Value = ReadValue(isConstant), Span = Since(name.Span) };
    }

    private VariableNode ReadVariable()
    {
        var start = lexer.Span;
        Expect(TokenKind.Dollar);
        return new VariableNode { Name = ReadName("the name of a variable"), Span = Since(start) };
    }

    private IReadOnlyList<ArgumentNode> ReadArguments(bool isConstant) => isConstant
        ? ReadOptionalMany(TokenKind.OpenParenthesis, static reader => reader.ReadArgument(isConstant: true), TokenKind.CloseParenthesis)
        : ReadOptionalMany(TokenKind.OpenParenthesis, static reader => reader.ReadArgument(isConstant: false), TokenKind.CloseParenthesis);

    private ArgumentNode ReadArgument(bool isConstant)
    {
        var name = ReadName("the name of an argument");
        Expect(TokenKind.Colon);
        return new ArgumentNode { Name = name, Value = ReadValue(isConstant), Span = Since(name.Span) };
    }

    private IReadOnlyList<DirectiveNode> ReadDirectives(bool isConstant)
    {
        if (!Peek(TokenKind.At)) return [];
        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            if (directives.Count == options.MaxDirectivesPerPlace) throw TooMany("directives in one place", options.MaxDirectivesPerPlace);
            directives.Add(ReadDirective(isConstant));
        }

        return directives;
    }

    private DirectiveNode ReadDirective(bool isConstant)
    {
        if (++directivesOfOperation > options.MaxDirectivesPerOperation && readsOperation)
        {
            throw TooMany("directives in one operation", options.MaxDirectivesPerOperation);
        }

        var start = lexer.Span;
        Expect(TokenKind.At);
        return new DirectiveNode { Name = ReadName("the name of a directive"), Arguments = ReadArguments(isConstant), Span = Since(start) };
    }

    /// <summary>A type reference.</summary>
    /// <remarks>Source: GraphQL, September 2025, "Type References".</remarks>
    public TypeNode ReadType()
    {
        var start = lexer.Span;
        TypeNode type = Peek(TokenKind.OpenBracket) ? ReadListType() : ReadNamedType();
        return TryTake(TokenKind.Bang) ? new NonNullTypeNode { OfType = type, Span = Since(start) } : type;
    }

    private ListTypeNode ReadListType()
    {
        var start = lexer.Span;
        Expect(TokenKind.OpenBracket);
        var items = ReadType();
        Expect(TokenKind.CloseBracket);
        return new ListTypeNode { OfType = items, Span = Since(start) };
    }

    private NamedTypeNode ReadNamedType()
    {
        var name = ReadName("the name of a type");
        return new NamedTypeNode { Name = name, Span = name.Span };
    }
}
