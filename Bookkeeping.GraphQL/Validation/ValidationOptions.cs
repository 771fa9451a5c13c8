namespace Bookkeeping.GraphQL.Validation;

/// <summary>What a document may ask for beyond the specification's rules. Every limit is on what a client can make large.</summary>
public sealed record ValidationOptions
{
    /// <summary>The limits for documents from clients.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Errors reported at most; then validation stops. 5 unless told otherwise.</summary>
    public int MaxErrors { get; init; } = 5;

    /// <summary>
    /// Operations in one document; 100 unless told otherwise. Each may use every fragment, so their number multiplies the work.
    /// </summary>
    public int MaxOperations { get; init; } = 100;

    /// <summary>Fields with an alias in the whole document, fragments included; 100 unless told otherwise.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>
    /// Selection sets of fields inside each other, seen through fragments, the operation's own included; 20 unless told otherwise.
    /// </summary>
    public int MaxSelectionDepth { get; init; } = 20;

    /// <summary>Fields looked at while checking that selections merge, each as often as a merged selection set contains it;
    /// 100,000 unless told otherwise. Only documents made to be expensive come near it.</summary>
    public int MaxFieldMerges { get; init; } = 100_000;

    /// <summary>Fields <c>__schema</c> and <c>__type</c> of different names in the whole document; 10 unless told otherwise. Each may list the whole schema.</summary>
    public int MaxIntrospections { get; init; } = 10;

    /// <summary>
    /// Whether <c>__schema</c> and <c>__type</c> may be selected; they may unless told otherwise. <c>__typename</c> always may.
    /// </summary>
    public bool AllowIntrospection { get; init; } = true;
}
