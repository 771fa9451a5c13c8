namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>What the operators of filters mean, in the words of the schema.</summary>
internal static class OperatorDescriptions
{
    public const string And = "All of these.";

    public const string Or = "At least one of these.";

    public static readonly IReadOnlyDictionary<string, string> Of = new Dictionary<string, string>
    {
        ["eq"] = "Equal; null equals a value that is not known.",
        ["neq"] = "Not equal.",
        ["in"] = "One of the list.",
        ["nin"] = "None of the list.",
        ["gt"] = "Greater than, or later.",
        ["ngt"] = "Not greater than; also values that are not known.",
        ["gte"] = "Greater than or equal.",
        ["ngte"] = "Not greater than or equal; also values that are not known.",
        ["lt"] = "Less than, or earlier.",
        ["nlt"] = "Not less than; also values that are not known.",
        ["lte"] = "Less than or equal.",
        ["nlte"] = "Not less than or equal; also values that are not known.",
        ["contains"] = "Contains the text.",
        ["ncontains"] = "Does not contain the text; also values that are not known.",
        ["startsWith"] = "Starts with the text.",
        ["nstartsWith"] = "Does not start with the text; also values that are not known.",
        ["endsWith"] = "Ends with the text.",
        ["nendsWith"] = "Does not end with the text; also values that are not known.",
    };

    public static readonly IReadOnlyList<(string Name, string Description)> OfLists =
    [
        ("all", "Every item matches; an empty list does."),
        ("none", "No item matches; an empty list does."),
        ("some", "At least one item matches."),
        ("any", "True: not empty. False: empty."),
    ];

    /// <summary>What the conditions on a list are.</summary>
    public const string OfItems = "Conditions on the items of a list; all that are given must hold.";

    /// <summary>What the conditions on a value are.</summary>
    public static string OfValues(string type) => $"Conditions on a value of type {type}; all that are given must hold.";
}
