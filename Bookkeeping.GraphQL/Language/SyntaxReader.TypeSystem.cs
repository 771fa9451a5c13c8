using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Definitions and extensions of the schema, of types and of directives.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type System".</remarks>
internal sealed partial class SyntaxReader
{
    private static readonly string[] ExtendableKeywords = ["schema", "scalar", "type", "interface", "union", "enum", "input"];

    /// <summary>The definition that a keyword begins; null when it begins none.</summary>
    private DefinitionNode? ReadTypeSystemDefinition(string keyword, SyntaxSpan start, StringValueNode? description) => keyword switch
    {
        "schema" => ReadSchema(start, description),
        "scalar" => ReadScalar(start, description),
        "type" => ReadObjectType(start, description),
        "interface" => ReadInterface(start, description),
        "union" => ReadUnion(start, description),
        "enum" => ReadEnum(start, description),
        "input" => ReadInputObject(start, description),
        "directive" => ReadDirectiveDefinition(start, description),
        _ => null,
    };

    /// <remarks>Source: GraphQL, September 2025, "Type System Extensions".</remarks>
    private DefinitionNode ReadExtension(SyntaxSpan start)
    {
        ExpectKeyword("extend");
        var keyword = Peek(TokenKind.Name) ? NamePool.Get(lexer.Text) : "";
        return keyword switch
        {
            "schema" => ReadSchemaExtension(start),
            "scalar" => ReadScalar(start, null, isExtension: true),
            "type" => ReadObjectType(start, null, isExtension: true),
            "interface" => ReadInterface(start, null, isExtension: true),
            "union" => ReadUnion(start, null, isExtension: true),
            "enum" => ReadEnum(start, null, isExtension: true),
            "input" => ReadInputObject(start, null, isExtension: true),
            _ => throw Unexpected("what to extend: `schema` or a kind of type", ExtendableKeywords),
        };
    }

    private SchemaDefinitionNode ReadSchema(SyntaxSpan start, StringValueNode? description)
    {
        ExpectKeyword("schema");
        return new SchemaDefinitionNode
        {
            Description = description,
            Directives = ReadDirectives(isConstant: true),
            OperationTypes = ReadMany(TokenKind.OpenBrace, static reader => reader.ReadOperationType(), TokenKind.CloseBrace),
            Span = Since(start),
        };
    }

    private SchemaDefinitionNode ReadSchemaExtension(SyntaxSpan start)
    {
        ExpectKeyword("schema");
        var directives = ReadDirectives(isConstant: true);
        var operationTypes = ReadOptionalMany(TokenKind.OpenBrace, static reader => reader.ReadOperationType(), TokenKind.CloseBrace);
        RefuseEmpty(isExtension: true, "directives or root types in braces", directives.Count + operationTypes.Count);
        return new SchemaDefinitionNode { IsExtension = true, Directives = directives, OperationTypes = operationTypes, Span = Since(start) };
    }

    private OperationTypeNode ReadOperationType()
    {
        var start = lexer.Span;
        var operation = ReadOperationKind();
        Expect(TokenKind.Colon);
        return new OperationTypeNode { Operation = operation, Type = ReadNamedType(), Span = Since(start) };
    }

    private ScalarTypeDefinitionNode ReadScalar(SyntaxSpan start, StringValueNode? description, bool isExtension = false)
    {
        ExpectKeyword("scalar");
        var name = ReadName("the name of a scalar");
        var directives = ReadDirectives(isConstant: true);
        RefuseEmpty(isExtension, "directives", directives.Count);
        return new ScalarTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Span = Since(start),
        };
    }

    private ObjectTypeDefinitionNode ReadObjectType(SyntaxSpan start, StringValueNode? description, bool isExtension = false)
    {
        ExpectKeyword("type");
        var name = ReadName("the name of a type");
        var interfaces = ReadInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fieldDefinitions = ReadFieldDefinitions();
        RefuseEmpty(isExtension, "`implements`, directives or fields", interfaces.Count + directives.Count + fieldDefinitions.Count);
        return new ObjectTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fieldDefinitions,
            Span = Since(start),
        };
    }

    private InterfaceTypeDefinitionNode ReadInterface(SyntaxSpan start, StringValueNode? description, bool isExtension = false)
    {
        ExpectKeyword("interface");
        var name = ReadName("the name of an interface");
        var interfaces = ReadInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fieldDefinitions = ReadFieldDefinitions();
        RefuseEmpty(isExtension, "`implements`, directives or fields", interfaces.Count + directives.Count + fieldDefinitions.Count);
        return new InterfaceTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fieldDefinitions,
            Span = Since(start),
        };
    }

    private UnionTypeDefinitionNode ReadUnion(SyntaxSpan start, StringValueNode? description, bool isExtension = false)
    {
        ExpectKeyword("union");
        var name = ReadName("the name of a union");
        var directives = ReadDirectives(isConstant: true);
        IReadOnlyList<NamedTypeNode> types =
            TryTake(TokenKind.EqualsSign) ? ReadSeparated(TokenKind.Pipe, static reader => reader.ReadNamedType()) : [];
        RefuseEmpty(isExtension, "directives or `=` and member types", directives.Count + types.Count);
        return new UnionTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Types = types,
            Span = Since(start),
        };
    }

    private EnumTypeDefinitionNode ReadEnum(SyntaxSpan start, StringValueNode? description, bool isExtension = false)
    {
        ExpectKeyword("enum");
        var name = ReadName("the name of an enum");
        var directives = ReadDirectives(isConstant: true);
        var values = ReadOptionalMany(TokenKind.OpenBrace, static reader => reader.ReadEnumValueDefinition(), TokenKind.CloseBrace);
        RefuseEmpty(isExtension, "directives or values in braces", directives.Count + values.Count);
        return new EnumTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Values = values,
            Span = Since(start),
        };
    }

    private EnumValueDefinitionNode ReadEnumValueDefinition()
    {
        var start = lexer.Span;
        var description = ReadDescription();
        if (PeekKeyword("true") || PeekKeyword("false") || PeekKeyword("null"))
        {
            throw Unexpected("the name of an enum value, which cannot be `true`, `false` or `null`");
        }

        return new EnumValueDefinitionNode
        {
            Description = description,
            Name = ReadName("the name of an enum value"),
            Directives = ReadDirectives(isConstant: true),
            Span = Since(start),
        };
    }

    private InputObjectTypeDefinitionNode ReadInputObject(SyntaxSpan start, StringValueNode? description, bool isExtension = false)
    {
        ExpectKeyword("input");
        var name = ReadName("the name of an input object");
        var directives = ReadDirectives(isConstant: true);
        var inputFields = ReadOptionalMany(
            TokenKind.OpenBrace, static reader => reader.ReadInputValueDefinition("the name of an input field"), TokenKind.CloseBrace);
        RefuseEmpty(isExtension, "directives or input fields in braces", directives.Count + inputFields.Count);
        return new InputObjectTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Fields = inputFields,
            Span = Since(start),
        };
    }

    private DirectiveDefinitionNode ReadDirectiveDefinition(SyntaxSpan start, StringValueNode? description)
    {
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ReadName("the name of a directive");
        var arguments = ReadArgumentDefinitions();
        var isRepeatable = TryTakeKeyword("repeatable");
        if (!TryTakeKeyword("on")) throw Unexpected(isRepeatable ? "`on`" : "`repeatable` or `on`", "repeatable", "on");
        return new DirectiveDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            IsRepeatable = isRepeatable,
            Locations = ReadSeparated(TokenKind.Pipe, static reader => reader.ReadDirectiveLocation()),
            Span = Since(start),
        };
    }

    private NameNode ReadDirectiveLocation()
    {
        var known = Peek(TokenKind.Name) && DirectiveLocations.All.Contains(NamePool.Get(lexer.Text));
        return known ? ReadName() : throw Unexpected("a place where directives stand, as FIELD or OBJECT", DirectiveLocations.All);
    }

    private IReadOnlyList<NamedTypeNode> ReadInterfaces() =>
        TryTakeKeyword("implements") ? ReadSeparated(TokenKind.Ampersand, static reader => reader.ReadNamedType()) : [];

    private IReadOnlyList<FieldDefinitionNode> ReadFieldDefinitions() =>
        ReadOptionalMany(TokenKind.OpenBrace, static reader => reader.ReadFieldDefinition(), TokenKind.CloseBrace);

    private FieldDefinitionNode ReadFieldDefinition()
    {
        var start = lexer.Span;
        var description = ReadDescription();
        var name = ReadName("the name of a field");
        var arguments = ReadArgumentDefinitions();
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = ReadType(),
            Directives = ReadDirectives(isConstant: true),
            Span = Since(start),
        };
    }

    private IReadOnlyList<InputValueDefinitionNode> ReadArgumentDefinitions() => ReadOptionalMany(
        TokenKind.OpenParenthesis, static reader => reader.ReadInputValueDefinition("the name of an argument"), TokenKind.CloseParenthesis);

    private InputValueDefinitionNode ReadInputValueDefinition(string what)
    {
        var start = lexer.Span;
        var description = ReadDescription();
        var name = ReadName(what);
        Expect(TokenKind.Colon);
        return new InputValueDefinitionNode
        {
            Description = description,
            Name = name,
            Type = ReadType(),
            DefaultValue = ReadDefault(),
            Directives = ReadDirectives(isConstant: true),
            Span = Since(start),
        };
    }

    /// <summary>An extension has to add something; a definition need not hold anything.</summary>
    private void RefuseEmpty(bool isExtension, string expected, int parts)
    {
        if (isExtension && parts == 0) throw Unexpected(expected);
    }
}
