using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator.Shapes;

/// <summary>A C# type that a selection becomes: a record of an answer, or the interface of a named fragment.</summary>
/// <param name="name">The C# name.</param>
/// <param name="type">The GraphQL type selected on.</param>
internal sealed class Shape(string name, NamedType type)
{
    /// <summary>The C# name.</summary>
    public string Name { get; } = name;

    /// <summary>The GraphQL type selected on.</summary>
    public NamedType Type { get; } = type;

    /// <summary>Its properties; those that all <see cref="Cases"/> share when there are cases.</summary>
    public List<FieldShape> Fields { get; } = [];

    /// <summary>One shape for each object type whose selection differs; empty when it differs nowhere.</summary>
    public List<Shape> Cases { get; } = [];

    /// <summary>The shape of all other object types, those included that the schema does not know yet; null when there are no cases.</summary>
    public Shape? Other { get; set; }

    /// <summary>The shape of which this is a case; null when it is none.</summary>
    public Shape? Parent { get; init; }

    /// <summary>The fragments' interfaces that it fulfils.</summary>
    public List<Shape> Fragments { get; } = [];

    /// <summary>Whether it is one of several, told apart by the name of the object type.</summary>
    public bool IsHierarchy => Other is not null;

    /// <summary>This shape and all below it, in the order of the document.</summary>
    public IEnumerable<Shape> All()
    {
        yield return this;
        var parts = Other is null ? Cases : [.. Cases, Other];
        foreach (var below in Fields.Select(field => field.Shape).OfType<Shape>().Concat(parts).SelectMany(shape => shape.All())) yield return below;
    }

    /// <summary>The interface that an object of a type fulfils, of a fragment's interface and its cases.</summary>
    public Shape For(ObjectType type) => Cases.FirstOrDefault(part => part.Type == type) ?? this;

    /// <summary>The field of a response name, its own or one that all cases share; null when there is none.</summary>
    public FieldShape? Find(string responseName) => Fields.FirstOrDefault(field => field.ResponseName == responseName) ?? Parent?.Find(responseName);
}

/// <summary>A property.</summary>
/// <param name="ResponseName">The key in the answer.</param>
/// <param name="Property">The C# name.</param>
/// <param name="Field">The field selected.</param>
/// <param name="IsNullable">Whether it may be null, or missing because of <c>@skip</c> or <c>@include</c>.</param>
/// <param name="Shape">What is selected below it; null for a leaf.</param>
internal sealed record FieldShape(string ResponseName, string Property, Field Field, bool IsNullable, Shape? Shape)
{
    /// <summary>Whether a fragment's interface has it already, in the same form.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Whether a fragment's interface has it already, in a narrower form that it hides.</summary>
    public bool Hides { get; init; }
}
