using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Language;

namespace ActorTerm.Benchmarks.Language;

/// <summary>From text to something that can run.</summary>
internal static class Reading
{
    private const string SameTree = """{"show":{"s":{"add":{"a":1,"b":{"times":{"a":2,"b":3}}}}}}""";

    public static Row Parsing()
    {
        const int Count = 100_000;
        return new Row(
            "parse, a text not seen before", "texts/s",
            Side.Rate("language", Count, () =>
            {
                for (var i = 0; i < Count; i++) InvocationParser.TryParseInvocation(Composing.Text, LanguageLimits.Default, out _, out _);
            }),
            Side.Rate("JsonNode.Parse", Count, () =>
            {
                // A JsonNode makes its members when they are first asked for.
                for (var i = 0; i < Count; i++) _ = JsonNode.Parse(SameTree)!["show"]!["s"]!["add"]!["b"]!["times"]!["a"]!.GetValue<int>();
            }),
            Goal.RatioAtLeast(0.5));
    }

    public static Row Cached()
    {
        const int Count = 2_000_000;
        const int Others = 1000;
        var cache = new ParseCache();
        var dictionary = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Others; i++)
        {
            cache.TryParseInvocation($"f(x: {i})", out _, out _);
            dictionary[$"f(x: {i})"] = "";
        }
        cache.TryParseInvocation(Composing.Text, out _, out _);
        dictionary[Composing.Text] = "";
        return new Row(
            "parse, a text seen before", "texts/s",
            Side.Rate("language", Count, () =>
            {
                for (var i = 0; i < Count; i++) cache.TryParseInvocation(Composing.Text, out _, out _);
            }),
            Side.Rate("ConcurrentDictionary", Count, () =>
            {
                for (var i = 0; i < Count; i++) dictionary.TryGetValue(Composing.Text, out _);
            }),
            Goal.RatioAtLeast(0.5));
    }
}
