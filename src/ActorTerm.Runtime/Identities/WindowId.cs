using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Runtime.Identities;

/// <summary>Names one window: <c>pty-</c> and an upper-case UUID.</summary>
public readonly record struct WindowId
{
    private const string Prefix = "pty-";
    private readonly string? _text;

    private WindowId(string text) => _text = text;

    public static WindowId New() => new(Prefix + Guid.NewGuid().ToString("D").ToUpperInvariant());

    public static bool TryParse([NotNullWhen(true)] string? text, out WindowId id)
    {
        id = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        if (!Guid.TryParseExact(text.AsSpan(Prefix.Length), "D", out var guid)) return false;
        id = new WindowId(Prefix + guid.ToString("D").ToUpperInvariant());
        return true;
    }

    public override string ToString() => _text ?? "";
}
