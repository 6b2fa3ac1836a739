using System.Text.Json;

namespace ActorTerm.Client;

/// <summary>Something that happened on the host.</summary>
/// <param name="Kind">Such as <c>session.ended</c>; docs/protocol.md, section 4 has the list.</param>
/// <param name="SessionId">Null: it is not about one.</param>
/// <param name="Data">An object whose members depend on the kind.</param>
public sealed record HostEvent(DateTimeOffset Time, string Kind, string? SessionId, JsonElement Data)
{
    internal static HostEvent Of(Protocol.Host.Event it) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(it.TimeMs),
        it.Kind,
        it.HasSession ? it.Session : null,
        Json.Parse(it.HasJson ? it.Json : "{}"));
}
