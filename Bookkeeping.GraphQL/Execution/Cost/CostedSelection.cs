using Bookkeeping.GraphQL.Execution.Coercion;

namespace Bookkeeping.GraphQL.Execution.Cost;

/// <summary>The cost of a planned field, ready to be computed for the variables of a request.</summary>
/// <param name="own">What the field costs itself, its arguments included.</param>
/// <param name="item">What each of its values costs as an object or leaf, where nothing is selected below.</param>
/// <param name="count">How many values it has.</param>
/// <param name="below">What is selected below, for each object type that a value may have.</param>
internal sealed class CostedField(double own, double item, ItemCount count, CostedSet[] below)
{
    /// <summary>Whether it is the same for every request.</summary>
    public bool IsConstant { get; } = count.IsConstant && below.All(set => set.IsConstant);

    /// <summary>The cost for a request.</summary>
    public OperationCost For(VariableValues variables)
    {
        var each = new OperationCost(0, item);
        foreach (var set in below) each = OperationCost.Max(each, set.For(variables));
        return new OperationCost(own, 0) + (count.For(variables) * each);
    }
}

/// <summary>The cost of the fields selected on an object type. What is the same for every request is added up once.</summary>
/// <param name="type">What an object of the type costs.</param>
internal sealed class CostedSet(double type)
{
    private OperationCost constant = new(0, type);
    private CostedField[] varying = [];

    /// <summary>Whether it is the same for every request.</summary>
    public bool IsConstant => varying.Length == 0;

    /// <summary>Adds a field; called while the plan is made.</summary>
    public void Add(CostedField field)
    {
        if (field.IsConstant) constant += field.For(VariableValues.None);
        else varying = [.. varying, field];
    }

    /// <summary>The cost for a request. Allocates nothing; linear in the selections that lie above or below a page whose size is a variable.</summary>
    public OperationCost For(VariableValues variables)
    {
        var sum = constant;
        foreach (var field in varying) sum += field.For(variables);
        return sum;
    }
}
