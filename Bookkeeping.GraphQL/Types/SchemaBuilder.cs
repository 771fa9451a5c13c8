using System.Reflection;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Costs;
using Bookkeeping.GraphQL.Types.Mutations;
using Bookkeeping.GraphQL.Types.SchemaValidation;

namespace Bookkeeping.GraphQL.Types;

/// <summary>Builds a schema from C# types and their documentation (implementation first).</summary>
/// <remarks>
/// Properties of classes become fields; so do methods, but only those of root classes and of extension classes. Types are found by following
/// the fields. What cannot be part of a schema is kept and listed by <see cref="Build"/>, so that one start shows all errors.
/// </remarks>
public sealed class SchemaBuilder
{
    private const string QueryDescription = "The fields a query starts from.";
    private const string MutationDescription = "The fields a mutation starts from; they run one after the other.";

    private const string SubscriptionDescription = "What can be followed: each subscription selects one of these fields and gets an answer for every event.";

    private readonly StartUp startUp = new();
    private readonly Documentation documentation = new();
    private readonly TypeRegistry registry;
    private readonly OutputTypes outputs;
    private readonly MethodCalls calls;
    private readonly List<Type> queries = [];
    private readonly List<Type> mutations = [];
    private readonly HashSet<Type> singleMutations = [];
    private readonly List<Type> subscriptions = [];
    private readonly List<DirectiveType> directives = [];

    /// <summary>Begins an empty schema.</summary>
    public SchemaBuilder()
    {
        InputTypes? inputs = null;
        outputs = new OutputTypes(this, documentation, startUp);
        registry = new TypeRegistry(outputs.Make, type => inputs!.Make(type));
        GraphTypes = new GraphTypes(registry);
        var readers = new ValueReaders();
        var arguments = new ArgumentMaker(GraphTypes, readers, documentation);
        inputs = new InputTypes(GraphTypes, arguments, readers, documentation, startUp);
        calls = new MethodCalls(arguments);
    }

    /// <summary>Turns C# types into graph types.</summary>
    internal GraphTypes GraphTypes { get; }

    /// <summary>Adds a class whose public methods become fields of <c>Query</c>. May be called for several classes.</summary>
    public SchemaBuilder AddQueryType(Type type)
    {
        queries.Add(type);
        return this;
    }

    /// <summary>Adds a class whose public methods become fields of <c>Mutation</c>.</summary>
    public SchemaBuilder AddMutationType(Type type)
    {
        mutations.Add(type);
        return this;
    }

    /// <summary>Adds a class that is one mutation: its method <c>ExecuteAsync</c> takes the <c>input</c> and returns the result, and what it throws as
    /// <see cref="RefusalException"/> is told in the payload. See <see cref="RefusesAttribute{TRefusal}"/> and <see cref="RequiresRoleAttribute"/>.
    /// A method that takes <c>items</c> instead, and gives an <see cref="ItemResult{T}"/> for each, has a list form too (<see cref="OnlyInListsAttribute"/>).</summary>
    public SchemaBuilder AddMutation(Type type)
    {
        singleMutations.Add(type);
        return AddMutationType(type);
    }

    /// <summary>Adds a class whose public methods, each giving an <see cref="IAsyncEnumerable{T}"/> or a task of one, become fields of <c>Subscription</c>.</summary>
    /// <remarks>The field is of type T and answered once for each item. What a method throws before it returns refuses the subscription; an
    /// iterator begins only when the first event is waited for. The stream has the services of its request; its <c>finally</c> blocks run when
    /// it ends, whoever ends it.</remarks>
    public SchemaBuilder AddSubscriptionType(Type type)
    {
        subscriptions.Add(type);
        return this;
    }

    /// <summary>Offers <c>@defer</c> and <c>@stream</c>, so that clients can ask for an answer in parts.</summary>
    public SchemaBuilder AddIncrementalDelivery()
    {
        directives.AddRange([IncrementalDirectives.Defer, IncrementalDirectives.Stream]);
        return this;
    }

    /// <summary>Adds an object type, interface (a C# interface), union, enum, or input object (named <c>…Input</c> or marked
    /// <see cref="OneOfAttribute"/>) that no field refers to.</summary>
    public SchemaBuilder AddType(Type type)
    {
        var isInput = type.IsDefined(typeof(OneOfAttribute)) || type.Name.EndsWith("Input", StringComparison.Ordinal);
        startUp.Try(type.Name, () => _ = isInput ? registry.Input(type) : registry.Output(type));
        return this;
    }

    /// <summary>Adds a class marked <c>[ExtendObjectType&lt;T&gt;]</c>, whose public methods become fields of T's object type.</summary>
    public SchemaBuilder AddTypeExtension(Type type)
    {
        startUp.Try(null, () => outputs.AddExtension(type));
        return this;
    }

    /// <summary>Adds a type made by hand, a filter input for example; its name must be free.</summary>
    public SchemaBuilder AddType(NamedType type)
    {
        startUp.Try(null, () => registry.Add(type));
        return this;
    }

    /// <summary>Asks a convention before the plain way, in the order added.</summary>
    public SchemaBuilder AddConvention(IFieldConvention convention)
    {
        outputs.Add(convention);
        return this;
    }

    /// <summary>The type added or built under this name; null when there is none yet.</summary>
    public NamedType? FindType(string name) => registry.Find(name);

    /// <summary>The graph type for a value given out, by C# type and nullability (as <see cref="NullabilityInfoContext"/> tells it).</summary>
    /// <exception cref="SchemaException">No graph type can stand for it.</exception>
    public GraphType OutputType(Type type, NullabilityInfo? nullability = null) => GraphTypes.Output(new AnnotatedType(type, nullability));

    /// <summary>The graph type for what a property or method gives; <c>[GraphQLType]</c> and <c>[ID]</c> decide before the C# type.</summary>
    /// <exception cref="SchemaException">No graph type can stand for it.</exception>
    public GraphType OutputTypeOf(MemberInfo member) => GraphTypes.OutputOf(member);

    /// <summary>The graph type for a value taken in.</summary>
    /// <exception cref="SchemaException">No input type can stand for it.</exception>
    public GraphType InputType(Type type, NullabilityInfo? nullability = null) => GraphTypes.Input(new AnnotatedType(type, nullability));

    /// <summary>The object type (or interface) of a C# class, made at the first call; its fields may follow later.</summary>
    /// <exception cref="SchemaException">The class is none.</exception>
    public FieldsType ObjectTypeOf(Type type) =>
        registry.Output(type) as FieldsType ?? throw Fault.Of($"{type.Name} is no object type or interface.");

    /// <summary>What the XML documentation says of a member (summary, with <c>value</c> and <c>returns</c> where given); null when nothing.</summary>
    public string? DescriptionOf(MemberInfo member) => documentation.Of(member);

    /// <summary>The member's name in the schema, by the naming conventions.</summary>
    public string NameOf(MemberInfo member) => Naming.FieldName(member);

    /// <summary>How a method is called: static, or on an instance made from the services.</summary>
    /// <exception cref="SchemaException">One of its parameters can come from nowhere.</exception>
    public MethodCall CallOf(MethodInfo method) => calls.Of(method);

    /// <summary>Puts the schema together and validates it.</summary>
    /// <exception cref="SchemaException">The type system is invalid; all errors are listed.</exception>
    public Schema Build()
    {
        var query = Root("Query", QueryDescription, queries, outputs.FillRoot);
        var mutation = Root("Mutation", MutationDescription, mutations, FillMutations);
        var subscription = Root("Subscription", SubscriptionDescription, subscriptions, outputs.FillSubscriptionRoot);
        startUp.Finish();
        foreach (var convention in outputs.Conventions) startUp.Try(null, () => convention.CompleteSchema(this));
        startUp.Finish();
        ReferencedTypes.AddMissing(registry, startUp);
        startUp.Finish();
        AbstractTypes.Connect(registry.Types);
        outputs.CheckExtensions(registry.Types);
        DefaultCosts.Apply(registry.Types);
        ListSizeNames.Check(registry.Types, startUp);
        DirectiveType[] offered = [.. CostDirectives.InUse(registry.Types), .. directives];
        ReferencedTypes.AddMissing(registry, offered);
        var schema = new Schema(ReferencedTypes.WithoutIdleScalars(registry.Types, offered), offered, query, mutation, subscription);
        GraphQLError[] errors = [.. startUp.Errors, .. SchemaValidator.Validate(schema)];
        return errors.Length == 0 ? schema : throw new SchemaException(errors);
    }

    private void FillMutations(ObjectType root, IEnumerable<Type> classes)
    {
        outputs.FillRoot(root, classes.Where(type => !singleMutations.Contains(type)));
        foreach (var type in classes.Where(singleMutations.Contains))
        {
            startUp.Try(type.Name, () =>
            {
                foreach (var field in MutationFields.Make(type, this, outputs.Conventions)) root.Fields.Add(field);
            });
        }
    }

    private ObjectType? Root(string name, string description, List<Type> classes, Action<ObjectType, IEnumerable<Type>> fill)
    {
        if (classes.Count == 0) return null;
        var root = new ObjectType(name) { Description = (classes is [var only] ? documentation.Of(only) : null) ?? description };
        startUp.Try(null, () => registry.Add(root));
        fill(root, classes);
        return root;
    }
}
