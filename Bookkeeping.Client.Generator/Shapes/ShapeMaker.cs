using Bookkeeping.Client.Generator.Writing;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator.Shapes;

/// <summary>Makes the C# shapes of selections.</summary>
/// <param name="schema">The schema.</param>
/// <param name="fragments">The named fragments.</param>
internal sealed class ShapeMaker(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
{
    private readonly Schema schema = schema;
    private readonly Selections selections = new(schema, fragments);
    private readonly Dictionary<string, Shape> fragmentShapes = [];

    /// <summary>The record of an operation's answer.</summary>
    public Shape OfOperation(OperationDefinitionNode operation) =>
        new Tree(this, isInterface: false).Make(Names.Pascal(operation.Name!.Value) + "Result", Names.Pascal(operation.Name.Value), schema.RootType(operation.Operation)!, [new(operation.SelectionSet, false)], []);

    /// <summary>The interface of a named fragment.</summary>
    public Shape OfFragment(string name)
    {
        if (fragmentShapes.TryGetValue(name, out var known)) return known;
        var fragment = fragments[name];
        var shapeName = "I" + Names.Pascal(name);
        return fragmentShapes[name] = new Tree(this, isInterface: true).Make(shapeName, shapeName, schema.FindType(fragment.TypeCondition.Name.Value)!, [new(fragment.SelectionSet, false)], []);
    }

    /// <summary>The shapes of one operation or fragment, whose names are told apart.</summary>
    private sealed class Tree(ShapeMaker maker, bool isInterface)
    {
        private readonly Names.Unique names = new([]);

        /// <summary>Makes a shape and all below it.</summary>
        /// <param name="name">The C# name.</param>
        /// <param name="prefix">What the names of shapes below begin with.</param>
        /// <param name="type">The type selected on.</param>
        /// <param name="sets">What is selected.</param>
        /// <param name="outer">The interfaces that it fulfils because its parent fulfils theirs.</param>
        public Shape Make(string name, string prefix, NamedType type, IReadOnlyList<SelectedSet> sets, IReadOnlyList<Shape> outer)
        {
            var shape = new Shape(names.Take(name), type);
            shape.Fragments.AddRange(outer.Concat(maker.selections.Fragments(type, sets).Select(maker.OfFragment)).Select(fragment => type is ObjectType own ? fragment.For(own) : fragment).Distinct());
            var fields = maker.selections.Fields(type, sets);
            var cases = maker.selections.Cases(type, sets);
            if (cases.Count == 0)
            {
                AddFields(shape, prefix, type, fields);
                return shape;
            }

            // What a case selects further below a shared field cannot be shared: then each case has the field for itself.
            var fieldsOfCases = cases.ToDictionary(part => part, part => maker.selections.Fields(part, sets));
            var shared = fields.Where(field => field.Name == "__typename" || fieldsOfCases.Values.All(others => others.First(other => other.ResponseName == field.ResponseName).IsSameAs(field))).ToList();
            if (!shared.Any(field => field.ResponseName == "__typename"))
                shared.Insert(0, TypeName);
            AddFields(shape, prefix, type, shared);
            // A fragment of which a field is in the cases is fulfilled by these.
            shape.Fragments.RemoveAll(fragment => fragment.Fields.Any(wanted => shape.Find(wanted.ResponseName) is null));
            foreach (var part in cases)
            {
                var own = fieldsOfCases[part].Where(field => shared.All(other => other.ResponseName != field.ResponseName)).ToList();
                var caseShape = new Shape(names.Take($"{name}_{part.Name}"), part) { Parent = shape };
                caseShape.Fragments.AddRange(outer.Select(fragment => fragment.For(part)).Concat(maker.selections.Fragments(part, sets).Select(maker.OfFragment).Select(fragment => fragment.For(part)))
                    .Distinct().Where(fragment => !shape.Fragments.Contains(fragment)));
                AddFields(caseShape, $"{prefix}_{part.Name}", part, own, shape);
                shape.Cases.Add(caseShape);
            }

            shape.Other = new Shape(names.Take($"{name}_Other"), type) { Parent = shape };
            AddFields(shape.Other, $"{prefix}_Other", type, fields.Where(field => shared.All(other => other.ResponseName != field.ResponseName)).ToList(), shape);
            return shape;
        }

        private static SelectedField TypeName
        {
            get
            {
                var node = new FieldNode { Name = new NameNode { Value = "__typename" } };
                return new SelectedField(node) { Nodes = { (node, false) } };
            }
        }

        private void AddFields(Shape shape, string prefix, NamedType type, IReadOnlyList<SelectedField> fields, Shape? parent = null)
        {
            var properties = new Names.Unique([shape.Name, .. parent?.Fields.Select(field => field.Property) ?? []]);
            var fulfilled = parent is null ? shape.Fragments : [.. shape.Fragments, .. parent.Fragments];
            foreach (var selected in fields)
            {
                var field = maker.schema.FindField(type, selected.Name)!;
                var property = properties.Take(Names.Pascal(selected.ResponseName));
                var outer = fulfilled.Select(fragment => fragment.Find(selected.ResponseName)?.Shape).OfType<Shape>().Distinct().ToList();
                var isNullable = !field.Type.IsNonNull || selected.MayBeMissing;
                if (!isInterface)
                {
                    shape.Fields.Add(new(selected.ResponseName, property, field, isNullable, Below(outer)));
                    continue;
                }

                // An interface takes over what the fragments that it consists of say of a field, unless it says more.
                var inherited = fulfilled.Select(fragment => fragment.Find(selected.ResponseName)).OfType<FieldShape>().ToList();
                var isInherited = inherited.Count == 1 && inherited[0].IsNullable == isNullable && (inherited[0].Shape is null || selected.Nodes.Count == 1);
                var below = isInherited ? inherited[0].Shape : Below(outer);
                shape.Fields.Add(new(selected.ResponseName, property, field, isNullable, below) { IsInherited = isInherited, Hides = !isInherited && inherited.Count > 0 });

                Shape? Below(IReadOnlyList<Shape> contracts) => field.Type.Named is { IsComposite: true } named
                    ? Make($"{prefix}_{property}", $"{prefix}_{property}", named, selected.Below, contracts)
                    : null;
            }
        }
    }
}
