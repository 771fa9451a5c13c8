using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Kit;

/// <summary>Makes contexts that nobody pools.</summary>
internal sealed class ContextFactory(DbContextOptions<BookkeepingDb> options) : IDbContextFactory<BookkeepingDb>
{
    public BookkeepingDb CreateDbContext() => new(options);
}
