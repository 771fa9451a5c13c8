namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>How clients send what a mutation takes.</summary>
internal enum MutationForm
{
    /// <summary>One input; the method takes it.</summary>
    Plain,

    /// <summary>One input; the method takes it as the only item of a list.</summary>
    OneItem,

    /// <summary>A list of inputs, each answered on its own.</summary>
    Batch,
}

/// <summary>Says that a mutation whose method takes <c>items</c> is sent with a list only, under its own name. Others are sent with one input, and, with
/// <c>Batch</c> behind their name, with a list.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyInListsAttribute : Attribute;
