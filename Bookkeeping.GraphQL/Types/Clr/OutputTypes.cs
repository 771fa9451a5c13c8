using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Makes the composite types of values given out, and fills them with fields.</summary>
internal sealed class OutputTypes(SchemaBuilder builder, Documentation documentation, StartUp startUp)
{
    private readonly List<IFieldConvention> conventions = [];
    private readonly Dictionary<Type, List<Type>> extensions = [];

    /// <summary>Asks a convention before the plain way.</summary>
    public void Add(IFieldConvention convention) => conventions.Add(convention);

    /// <summary>The conventions in the order added.</summary>
    public IReadOnlyList<IFieldConvention> Conventions => conventions;

    /// <summary>Adds a class marked <see cref="ExtendObjectTypeAttribute{T}"/>.</summary>
    /// <exception cref="SchemaException">It is not marked.</exception>
    public void AddExtension(Type type)
    {
        var mark = type.GetCustomAttributes().Select(a => a.GetType())
            .FirstOrDefault(a => a.IsOf(typeof(ExtendObjectTypeAttribute<>)))
            ?? throw Fault.Of($"{type.Name} does not say which type it extends: mark it with [ExtendObjectType<T>].");
        var extended = mark.GetGenericArguments()[0];
        if (!extensions.TryGetValue(extended, out var classes)) extensions[extended] = classes = [];
        classes.Add(type);
    }

    /// <summary>Makes the type of a C# type; its fields follow later.</summary>
    /// <exception cref="SchemaException">No graph type can stand for it.</exception>
    public NamedType Make(Type type)
    {
        if (type.IsEnum) return EnumTypes.Make(type, documentation);
        if (TypeRefusal.OfOutput(type) is { } refusal) throw Fault.Of(refusal);
        var name = Naming.TypeName(type);
        var description = documentation.Of(type);
        if (type.IsDefined(typeof(UnionTypeAttribute), inherit: false)) return new UnionType(name) { ClrType = type, Description = description };
        FieldsType made = type.IsAbstract
            ? new InterfaceType(name) { ClrType = type, Description = description }
            : new ObjectType(name) { ClrType = type, Description = description };
        CostAnnotations.Apply(made.AppliedDirectives, type.GetCustomAttribute<CostAttribute>(inherit: false));
        startUp.Later(() => Fill(made, type));
        return made;
    }

    /// <summary>Fills a root type with the methods and properties of its classes.</summary>
    public void FillRoot(ObjectType root, IEnumerable<Type> classes)
    {
        foreach (var type in classes)
        {
            foreach (var method in ClrMembers.Methods(type)) AddField(root, method, () => RootFields.Make(method, builder));
            foreach (var property in ClrMembers.Properties(type)) AddField(root, property, () => RootFields.Make(property, builder));
        }
        Complete(root);
    }

    /// <summary>Fills the root type of subscriptions with the methods of its classes.</summary>
    public void FillSubscriptionRoot(ObjectType root, IEnumerable<Type> classes)
    {
        foreach (var type in classes)
        {
            foreach (var method in ClrMembers.Methods(type)) AddField(root, method, () => SubscriptionFields.Make(method, builder));
            foreach (var property in ClrMembers.Properties(type)) startUp.Try(ClrMembers.NameOf(property), () => SubscriptionFields.Refuse(property));
        }
    }

    /// <summary>Reports the extensions of types that the schema does not have.</summary>
    public void CheckExtensions(IEnumerable<NamedType> types)
    {
        var known = types.OfType<ObjectType>().Select(t => t.ClrType).ToHashSet();
        foreach (var (extended, classes) in extensions.Where(e => !known.Contains(e.Key)))
            startUp.Try(
                classes[0].Name, () => throw Fault.Of($"it extends {extended.Name}, which is no object type of the schema: add it with AddType."));
    }

    private void Fill(FieldsType type, Type clrType)
    {
        foreach (var property in ClrMembers.Properties(clrType)) AddField(type, property, () => PropertyFields.Make(property, type, builder));
        if (type is ObjectType)
            foreach (var extension in extensions.GetValueOrDefault(clrType) ?? [])
                foreach (var method in ClrMembers.Methods(extension))
                    AddField(type, method, () => ExtensionFields.Make(method, clrType, builder));
        foreach (var contract in MarkedInterfaces(clrType)) startUp.Try(clrType.Name, () => builder.ObjectTypeOf(contract));
        Complete(type);
    }

    private void AddField(FieldsType type, MemberInfo member, Func<Field> plain) => startUp.Try(
        ClrMembers.NameOf(member),
        () => type.Fields.Add(CostAnnotations.Apply(
            conventions.Select(c => c.CreateField(member, type, builder)).FirstOrDefault(f => f is not null) ?? plain(), member)));

    private void Complete(FieldsType type)
    {
        foreach (var convention in conventions) startUp.Try(type.Name, () => convention.CompleteType(type, builder));
    }

    private static IEnumerable<Type> MarkedInterfaces(Type type)
    {
        foreach (var contract in type.GetInterfaces().OrderBy(i => i.MetadataToken))
            if (contract.IsDefined(typeof(InterfaceTypeAttribute), inherit: false)) yield return contract;
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
            if (parent.IsDefined(typeof(InterfaceTypeAttribute), inherit: false)) yield return parent;
    }
}
