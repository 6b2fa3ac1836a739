using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Runtime.Identities;

/// <summary>Names one session for its whole life, restarts included: an upper-case UUID, unique across hosts.</summary>
public readonly record struct SessionId
{
    private const string ActorPrefix = "session-";

    private readonly string? _text;

    private SessionId(string text) => _text = text;

    public static SessionId New() => new(Guid.NewGuid().ToString("D").ToUpperInvariant());

    /// <summary>Reads a UUID in any letter case. The words <c>active</c> and <c>all</c> are targets, not identities.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SessionId id)
    {
        var ok = Guid.TryParseExact(text, "D", out var guid);
        id = ok ? new SessionId(guid.ToString("D").ToUpperInvariant()) : default;
        return ok;
    }

    /// <summary>The actor's name under <c>/workspace</c>.</summary>
    public string ActorName => ActorPrefix + _text;

    /// <summary>Reads an <see cref="ActorName"/>.</summary>
    public static bool TryParseActorName(string name, out SessionId id)
    {
        id = default;
        return name.StartsWith(ActorPrefix, StringComparison.Ordinal) && TryParse(name[ActorPrefix.Length..], out id);
    }

    public override string ToString() => _text ?? "";
}
