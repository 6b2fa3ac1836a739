using ActorTerm.Runtime.Identities;

namespace ActorTerm.Api.Translation;

/// <summary>Identities from the wire's texts; null for a text that names nothing.</summary>
internal static class Ids
{
    public static SessionId? Session(string text) => SessionId.TryParse(text, out var id) ? id : null;

    public static TabId? Tab(string text) => TabId.TryParse(text, out var id) ? id : null;

    public static WindowId? Window(string text) => WindowId.TryParse(text, out var id) ? id : null;

    public static SessionTarget? Target(string text) => SessionTarget.TryParse(text, out var target) ? target : null;
}
