namespace ActorTerm.Client;

/// <summary>An error for people: an invocation that nobody waited for, or somebody did, came to nothing.</summary>
/// <param name="Source"><c>key</c>, <c>trigger</c>, <c>api</c>, <c>cli</c>, <c>script</c> or <c>cluster</c>.</param>
/// <param name="SessionId">Null: it is not about one.</param>
/// <param name="Message">With the whole chain before the reason: <c>In call to show: in call to add: ...</c></param>
/// <param name="Chain">Names of the functions on the way, the outermost first.</param>
/// <param name="Traceback">As the script gave it.</param>
public sealed record Alert(
    string Id,
    DateTimeOffset Time,
    string Source,
    string? SessionId,
    string? Invocation,
    string Message,
    IReadOnlyList<string> Chain,
    string? Traceback)
{
    internal static Alert Of(Protocol.Host.Alert alert) => new(
        alert.Id,
        DateTimeOffset.FromUnixTimeMilliseconds(alert.TimeMs),
        alert.Source,
        alert.HasSession ? alert.Session : null,
        alert.HasInvocation ? alert.Invocation : null,
        alert.Message,
        [.. alert.Chain],
        alert.HasTraceback ? alert.Traceback : null);
}
