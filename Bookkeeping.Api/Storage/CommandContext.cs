using Bookkeeping.Api.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage;

/// <summary>What a command of the program works with.</summary>
/// <param name="Address">The database.</param>
/// <param name="Attachments">The contents of attachments.</param>
/// <param name="Time">The clock.</param>
/// <param name="Output">What it did.</param>
/// <param name="Errors">What it could not do, and its progress.</param>
internal sealed record CommandContext(DatabaseAddress Address, AttachmentStore Attachments, TimeProvider Time, TextWriter Output, TextWriter Errors)
{
    /// <summary>A context of the database.</summary>
    public BookkeepingDb Open()
    {
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        Address.Configure(options);
        return new BookkeepingDb(options.Options);
    }
}
