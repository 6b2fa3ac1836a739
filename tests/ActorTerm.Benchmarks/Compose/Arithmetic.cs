using System.Collections.Immutable;
using ActorTerm.Language;

namespace ActorTerm.Benchmarks.Compose;

/// <summary>The three functions of <c>show(s: add(a: 1, b: times(a: 2, b: 3)))</c>; both sides compute with them.</summary>
internal static class Arithmetic
{
    public const string Text = "show(s: add(a: 1, b: times(a: 2, b: 3)))";

    public static Value Add(ImmutableArray<Value> arguments) => Value.Of(Number(arguments[0]) + Number(arguments[1]));

    public static Value Times(ImmutableArray<Value> arguments) => Value.Of(Number(arguments[0]) * Number(arguments[1]));

    /// <summary>Returns what it is given, so that the caller can check it.</summary>
    public static Value Show(ImmutableArray<Value> arguments) => arguments[0];

    public static bool IsSeven(Value value) => value.Utf8.Span.SequenceEqual("7"u8);

    private static long Number(Value value) => value.TryGetNumber(out var number) ? (long)number : throw new ArgumentException($"{value} is no number");
}
