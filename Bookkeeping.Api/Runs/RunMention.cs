using Bookkeeping.Api.Users;

namespace Bookkeeping.Api.Runs;

/// <summary>What a message about a run names: all of it is read before the message is carried out.</summary>
/// <param name="RunNumber">The run.</param>
/// <param name="EnvironmentId">Its environment; null when none is named.</param>
/// <param name="Settings">How it is set up; null when the message does not tell.</param>
/// <param name="Detectors">Detectors that take part.</param>
/// <param name="Person">Who started or stopped it; null when nobody is named.</param>
internal sealed record RunMention(
    int RunNumber, string? EnvironmentId = null, RunSettings? Settings = null, IReadOnlyList<string>? Detectors = null, PersonInput? Person = null);
