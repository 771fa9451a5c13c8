using Bookkeeping.Client.Generator.Shapes;

namespace Bookkeeping.Client.Generator.Writing;

/// <summary>Writes the records of answers and the interfaces of fragments.</summary>
/// <param name="code">Takes the text.</param>
/// <param name="types">Knows the C# types.</param>
/// <param name="access"><c>public</c> or <c>internal</c>.</param>
internal sealed class ShapeWriter(CodeWriter code, CSharpTypes types, string access)
{
    /// <summary>Writes a fragment's interface and all below it.</summary>
    public void Interfaces(Shape root)
    {
        foreach (var shape in root.All().Where(shape => shape.Parent?.Other != shape))
            if (!IsTakenOver(root, shape)) Interface(shape);
    }

    /// <summary>Writes a record and all below it.</summary>
    public void Records(Shape root)
    {
        foreach (var shape in root.All()) Record(shape);
    }

    // What a fragment takes over from another one is written there.
    private static bool IsTakenOver(Shape root, Shape shape) => !shape.Name.StartsWith(root.Name, StringComparison.Ordinal)
        || (shape != root && shape.Name[root.Name.Length] != '_');

    private void Interface(Shape shape)
    {
        code.Line();
        code.Summary(shape.Type.Description);
        code.Open($"{access} partial interface {shape.Name}{Bases(shape)}");
        foreach (var field in shape.Fields.Where(field => !field.IsInherited))
        {
            Describe(field);
            code.Line($"{(field.Hides ? "new " : "")}{TypeOf(field)} {field.Property} {{ get; }}");
            code.Line();
        }

        code.Close();
    }

    private void Record(Shape shape)
    {
        code.Line();
        code.Summary(IsOther(shape) ? $"A {shape.Type.Name} of a type that is not told apart, or was not known when this was generated." : shape.Type.Description);
        code.Open($"{access} {(shape.IsHierarchy ? "abstract" : "sealed")} partial record {shape.Name}{Bases(shape)}");
        if (shape.IsHierarchy)
        {
            code.Open($"private protected {shape.Name}()");
            code.Close();
            code.Line();
        }

        foreach (var field in shape.Fields)
        {
            Describe(field);
            code.Line($"public {(field.IsNullable ? "" : "required ")}{TypeOf(field)} {field.Property} {{ get; init; }}");
            code.Line();
        }

        foreach (var line in Fulfilments(shape)) code.Line(line);
        Read(shape);
        code.Close();
    }

    private static bool IsOther(Shape shape) => shape.Parent is { } parent && parent.Other == shape;

    private void Read(Shape shape)
    {
        var isNew = shape.Parent is null ? "" : "new ";
        if (shape.IsHierarchy)
        {
            code.Open($"internal static {shape.Name} Read(JsonElement json) => json.TypeName() switch");
            foreach (var part in shape.Cases) code.Line($"\"{part.Type.Name}\" => {part.Name}.Read(json),");
            code.Line($"_ => {shape.Other!.Name}.Read(json),");
            code.Close(";");
            return;
        }

        code.Open($"internal static {isNew}{shape.Name} Read(JsonElement json) => new()");
        foreach (var field in (shape.Parent?.Fields ?? []).Concat(shape.Fields)) code.Line($"{field.Property} = {ReadField(field)},");
        code.Close(";");
    }

    private string ReadField(FieldShape field)
    {
        var name = CodeWriter.Literal(field.ResponseName);
        if (!field.IsNullable) return types.Read(field.Field.Type, field.Shape, $"json.Field({name})");
        var local = Names.Camel(field.Property) is var camel && camel is "json" or "item" ? camel + "Value" : camel;
        return $"json.Has({name}, out var {local}) ? {types.Read(field.Field.Type, field.Shape, local)} : null";
    }

    /// <summary>What fragments' interfaces want in a type of theirs.</summary>
    private IEnumerable<string> Fulfilments(Shape shape)
    {
        var lines = new List<string>();
        foreach (var contract in shape.Fragments.SelectMany(fragment => fragment.Parent is null ? [fragment] : new[] { fragment.Parent, fragment }).Distinct())
        {
            foreach (var wanted in contract.Fields.Where(field => !field.IsInherited))
            {
                // What is missing here is in the cases, which fulfil the interface each for itself.
                if (shape.Find(wanted.ResponseName) is not { } own || (own.Property == wanted.Property && TypeOf(own) == TypeOf(wanted))) continue;
                lines.Add($"{TypeOf(wanted)} {contract.Name}.{wanted.Property} => {own.Property};");
                lines.Add("");
            }
        }

        return lines;
    }

    private static string Bases(Shape shape)
    {
        IEnumerable<string> parent = shape.Parent is null ? [] : [shape.Parent.Name];
        var names = parent.Concat(shape.Fragments.Select(fragment => fragment.Name)).Distinct().ToList();
        return names.Count == 0 ? "" : " : " + string.Join(", ", names);
    }

    private void Describe(FieldShape field)
    {
        code.Summary(field.Field.Description);
        code.Obsolete(field.Field.DeprecationReason);
    }

    private string TypeOf(FieldShape field) => types.Of(field.Field.Type, field.Shape, field.IsNullable);
}
