namespace Bookkeeping.Client;

/// <summary>How a subscription goes on where it was: the convention is an argument <c>after</c> and a field <c>cursor</c> of its events.</summary>
/// <param name="Variable">The variable that the argument is given by.</param>
/// <param name="CursorOf">An event's cursor; null when it has none.</param>
public sealed record ResumePoint<T>(string Variable, Func<T, string?> CursorOf)
    where T : class;

/// <summary>How far a subscription has come.</summary>
internal sealed class SubscriptionProgress<T>(OperationRequest request, ResumePoint<T>? resume)
    where T : class
{
    private bool hasBegun;

    /// <summary>What to send now: the subscription behind the last event given.</summary>
    public OperationRequest Request { get; private set; } = request;

    private bool HasCursor => resume is not null && Request.Variables.TryGetProperty(resume.Variable, out var cursor) && cursor.ValueKind == System.Text.Json.JsonValueKind.String;

    /// <summary>Whether the stream can be taken up again without a gap: it has a cursor, or has never stood.</summary>
    /// <param name="loss">How the connection was lost; null when it stands.</param>
    public bool CanResume(Transports.ConnectionLostException? loss) => HasCursor || (loss is { WasOpen: false } && !hasBegun);

    /// <summary>Remembers an event that is given.</summary>
    public void Note(IOperationResult<T> result)
    {
        hasBegun = true;
        if (resume is not null && result.Data is { } data && resume.CursorOf(data) is { } cursor) Request = Request.With(resume.Variable, cursor);
    }
}
