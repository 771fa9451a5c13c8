using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.GraphQL.Data.Model;

/// <summary>The entities of a database context, as queries need them.</summary>
internal sealed class EntityModel
{
    private readonly Dictionary<Type, Entity> entities = [];

    /// <param name="model">The context's model.</param>
    /// <param name="context">Takes the context from a request's services.</param>
    public EntityModel(IModel model, Func<IServiceProvider, DbContext> context)
    {
        Context = context;
        foreach (var type in model.GetEntityTypes())
            if (IsClass(type)) entities.Add(type.ClrType, new Entity(type));
        foreach (var entity in entities.Values) entity.Connect(this);
    }

    /// <summary>Takes the context from a request's services.</summary>
    public Func<IServiceProvider, DbContext> Context { get; }

    /// <summary>The entity of a class; null when the class is none.</summary>
    public Entity? Find(Type type) => entities.GetValueOrDefault(type);

    /// <summary>The entity of a class.</summary>
    /// <exception cref="SchemaException">The class is no entity.</exception>
    public Entity Get(Type type) =>
        Find(type) ?? throw DataErrors.StartUp($"{type.Name} is not an entity of the database context; add it to the context's model.");

    // The rows that link two entities, and owned objects, have no identity that a client could see.
    private static bool IsClass(IEntityType type) => !type.HasSharedClrType && !type.IsOwned();
}
