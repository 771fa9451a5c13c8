using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation;

/// <summary>What an operation or fragment itself uses, without what its fragments use.</summary>
internal sealed class DefinitionUses(DefinitionNode definition)
{
    /// <summary>The operation or fragment.</summary>
    public DefinitionNode Definition { get; } = definition;

    /// <summary>The named fragments used, in order, with repetitions.</summary>
    public List<FragmentSpreadNode> Spreads { get; } = [];

    /// <summary>The variables used; alike places of one variable together, so that checking them costs once.</summary>
    public Dictionary<VariableUse, List<VariableNode>> Variables { get; } = [];

    /// <summary>Notes a variable where the walk stands.</summary>
    public void Add(VariableNode variable, InputPosition position)
    {
        var use = new VariableUse(variable.Name.Value, position);
        if (Variables.TryGetValue(use, out var nodes)) nodes.Add(variable);
        else Variables.Add(use, [variable]);
    }
}

/// <summary>A variable in a kind of place.</summary>
internal readonly record struct VariableUse(string Name, InputPosition Position);

/// <summary>An operation with all it reaches through fragments.</summary>
internal sealed class OperationUses
{
    public OperationUses(OperationDefinitionNode operation, IReadOnlyList<DefinitionUses> reached)
    {
        Operation = operation;
        Reached = reached;
        foreach (var variable in operation.VariableDefinitions) Variables.TryAdd(variable.Variable.Name.Value, variable);
    }

    /// <summary>The operation.</summary>
    public OperationDefinitionNode Operation { get; }

    /// <summary>What the operation itself uses, then each fragment it reaches, once.</summary>
    public IReadOnlyList<DefinitionUses> Reached { get; }

    /// <summary>The variables declared, by name, the first of each.</summary>
    public Dictionary<string, VariableDefinitionNode> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>How messages call the operation.</summary>
    public string Description => Operation.Name is { } name ? $"The operation `{name.Value}`" : "The operation";
}
