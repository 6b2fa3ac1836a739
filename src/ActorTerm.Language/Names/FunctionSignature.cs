using System.Collections.Immutable;

namespace ActorTerm.Language;

/// <summary>
/// What makes a function the same function: its full name and the names of its arguments, in any order. Written <c>ns.name(a,b)</c> with
/// arguments sorted by ordinal order; two functions are the same when these texts are.
/// </summary>
public sealed class FunctionSignature : IEquatable<FunctionSignature>
{
    private readonly string _text;
    private readonly int _hash;

    /// <param name="fullName">Namespace and name: what stands before the parenthesis in a call.</param>
    /// <exception cref="ArgumentException">An argument is named twice.</exception>
    public FunctionSignature(string fullName, params IEnumerable<string> arguments)
    {
        FullName = fullName;
        Arguments = [.. arguments.Order(StringComparer.Ordinal)];
        for (var i = 1; i < Arguments.Length; i++)
        {
            if (Arguments[i] == Arguments[i - 1]) throw new ArgumentException($"argument \"{Arguments[i]}\" is named twice", nameof(arguments));
        }
        _text = $"{fullName}({string.Join(',', Arguments)})";
        _hash = string.GetHashCode(_text, StringComparison.Ordinal);
    }

    public string FullName { get; }

    /// <summary>The last part of <see cref="FullName"/>: what is sent to a script.</summary>
    public string Name => FullName[(FullName.LastIndexOf('.') + 1)..];

    /// <summary>Argument names in ordinal order.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>May a script register a function or argument of this name: <c>[A-Za-z0-9_]+</c>. A leading digit can be registered, never called from text.</summary>
    public static bool IsValidName(string name) => Identifier.IsAllParts(name);

    public bool Equals(FunctionSignature? other) => ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _text == other._text);

    public override bool Equals(object? other) => Equals(other as FunctionSignature);

    public override int GetHashCode() => _hash;

    public override string ToString() => _text;
}
