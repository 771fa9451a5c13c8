using Bookkeeping.GraphQL.Data.Diagnostics;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Data;

/// <summary>Brings a database into a schema.</summary>
public static class SchemaBuilderExtensions
{
    /// <summary>
    /// Gives the entities of a database context out: root methods that return an <see cref="IQueryable{T}"/> of one become fields with
    /// filtering, sorting and paging, navigations become relations, and every entity with a key of one column gets a global id.
    /// </summary>
    /// <typeparam name="TContext">The context; a scoped service of each request. What is read is never tracked.</typeparam>
    /// <param name="builder">The schema.</param>
    /// <param name="model">The context's model.</param>
    /// <param name="options">The limits; null for the usual ones.</param>
    /// <exception cref="SchemaException">An entity cannot be read: the message says which, and what it needs.</exception>
    public static SchemaBuilder AddEntityFramework<TContext>(this SchemaBuilder builder, IModel model, DataOptions? options = null)
        where TContext : DbContext
    {
        StatementObserver.Start();
        var entities = new EntityModel(model, services => services.GetRequiredService<TContext>());
        return builder.AddConvention(new DataConvention(new DataAccess(entities, options ?? new DataOptions()), builder));
    }
}
