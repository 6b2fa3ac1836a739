using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Runtime.Identities;

/// <summary>Whom a request means: one session, the active one, or all of them (<c>active</c> and <c>all</c> on the wire).</summary>
public readonly record struct SessionTarget
{
    private enum Kind : byte { None, One, Active, All }

    private readonly Kind _kind;

    private SessionTarget(Kind kind, SessionId id)
    {
        _kind = kind;
        Id = id;
    }

    /// <summary>The session meant, when <see cref="IsOne"/>.</summary>
    public SessionId Id { get; }

    public bool IsOne => _kind == Kind.One;

    public bool IsActive => _kind == Kind.Active;

    public bool IsAll => _kind == Kind.All;

    public static SessionTarget Active { get; } = new(Kind.Active, default);

    public static SessionTarget All { get; } = new(Kind.All, default);

    public static SessionTarget Of(SessionId id) => new(Kind.One, id);

    /// <summary>Reads a UUID, <c>active</c> or <c>all</c>. Anything else, the empty string too, names no session.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SessionTarget target)
    {
        target = text switch
        {
            "active" => Active,
            "all" => All,
            _ when SessionId.TryParse(text, out var id) => Of(id),
            _ => default,
        };
        return target._kind != Kind.None;
    }

    public override string ToString() => _kind switch
    {
        Kind.One => Id.ToString(),
        Kind.Active => "active",
        Kind.All => "all",
        _ => "",
    };
}
