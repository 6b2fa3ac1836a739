using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Language;

/// <summary>The invocation language without actors, each piece against the plain .NET way of doing the same.</summary>
internal sealed class LanguageSuite : ISuite
{
    public string Name => "language";

    public string About =>
        "The composition `show(s: add(a: 1, b: times(a: 2, b: 3)))`, its calls answered at once: against async methods that await a "
        + "`TaskCompletionSource` per call, against `JsonNode.Parse` of the same tree as JSON, and values against `JsonNode` read and written at each function.";

    public IEnumerable<Row> Rows()
    {
        yield return Composing.Rate();
        yield return Composing.Bytes();
        yield return Reading.Parsing();
        yield return Reading.Cached();
        yield return Passing.Large();
    }
}
