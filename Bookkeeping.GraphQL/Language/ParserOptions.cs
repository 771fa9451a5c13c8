namespace Bookkeeping.GraphQL.Language;

/// <summary>What a document may be at most. A document beyond a limit is refused like one with a syntax error.</summary>
public sealed record ParserOptions
{
    /// <summary>The deepest nesting that any options may allow: reading, and all that walks the tree afterwards, is recursive.</summary>
    public const int MaxSafeNesting = 200;

    /// <summary>The limits for documents from clients.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>No limits but that on nesting: for schema files and other texts of our own.</summary>
    public static ParserOptions Unlimited { get; } = new()
    {
        MaxLength = int.MaxValue,
        MaxTokens = int.MaxValue,
        MaxNesting = MaxSafeNesting,
        MaxFields = int.MaxValue,
        MaxDirectivesPerPlace = int.MaxValue,
        MaxDirectivesPerOperation = int.MaxValue,
    };

    /// <summary>Length of the text, in UTF-16 code units; 256 Ki unless told otherwise.</summary>
    public int MaxLength { get; init; } = 256 * 1024;

    /// <summary>Tokens in the text, comments and white space not counted; 20,000 unless told otherwise.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>Brackets, braces and parentheses open at once, of any kind; 64 unless told otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxSafeNesting"/>, for which the stack may not suffice.</exception>
    public int MaxNesting
    {
        get;
        init => field = value <= MaxSafeNesting
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Nesting beyond {MaxSafeNesting} could exhaust the stack.");
    } = 64;

    /// <summary>Fields selected in the whole document, fragments included; 2,048 unless told otherwise.</summary>
    public int MaxFields { get; init; } = 2_048;

    /// <summary>Directives on one field, definition or other place; 10 unless told otherwise.</summary>
    public int MaxDirectivesPerPlace { get; init; } = 10;

    /// <summary>Directives in one operation or fragment, everything inside included; 50 unless told otherwise.</summary>
    public int MaxDirectivesPerOperation { get; init; } = 50;
}
