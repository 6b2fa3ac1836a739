using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Language;

/// <summary>Names a variable from some scope: <c>id</c>, <c>user.x</c>, <c>tab.window.id</c>; <c>user.x?</c> when it may be unset.</summary>
public sealed class VariablePath : IEquatable<VariablePath>
{
    private readonly string _text;
    private readonly int _hash;

    private VariablePath(string name, bool isOptional)
    {
        Name = name;
        Segments = [.. name.Split('.')];
        IsOptional = isOptional;
        _text = isOptional ? name + "?" : name;
        _hash = string.GetHashCode(_text, StringComparison.Ordinal);
    }

    /// <summary>The path without its question mark.</summary>
    public string Name { get; }

    /// <summary>The names between the dots, at least one.</summary>
    public ImmutableArray<string> Segments { get; }

    /// <summary>An unset variable then reads null instead of being an error.</summary>
    public bool IsOptional { get; }

    /// <summary>Reads what an invocation may write as a reference, without white space; a final <c>?</c> makes it optional.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out VariablePath? path)
    {
        path = null;
        if (string.IsNullOrEmpty(text)) return false;

        var optional = text[^1] == '?';
        var name = optional ? text[..^1] : text;
        foreach (var segment in name.AsSpan().Split('.'))
        {
            if (!Identifier.IsName(name.AsSpan(segment))) return false;
        }
        path = new VariablePath(name, optional);
        return true;
    }

    /// <summary>Any name that the API or a control sequence can set, cut at its dots only: <c>user.git-branch</c> too.</summary>
    public static VariablePath Of(string name) => new(name, isOptional: false);

    public VariablePath AsOptional() => IsOptional ? this : new VariablePath(Name, isOptional: true);

    public bool Equals(VariablePath? other) => ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _text == other._text);

    public override bool Equals(object? other) => Equals(other as VariablePath);

    public override int GetHashCode() => _hash;

    public override string ToString() => _text;
}
