using System.Text.Json.Nodes;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Language;

namespace ActorTerm.Benchmarks.Language;

/// <summary>A large value on its way through functions that do not look into it.</summary>
internal static class Passing
{
    private const int Functions = 3;
    private const int Items = 20_000;

    public static Row Large()
    {
        var json = "[" + string.Join(",", Enumerable.Range(0, Items).Select(i => $$"""{"id":{{i}},"name":"item {{i}}","share":0.{{i}}}""")) + "]";
        var megabytes = json.Length * Functions / 1e6;
        return new Row(
            $"a value of {json.Length / 1e6:0.0} MB through {Functions} functions", "MB/s",
            Side.Rate("language", megabytes * 20, () =>
            {
                for (var i = 0; i < 20; i++) Pass(json);
            }),
            Side.Rate("JsonNode at each", megabytes * 2, () =>
            {
                for (var i = 0; i < 2; i++) Decode(json);
            }),
            Goal.RatioAtLeast(4));
    }

    // What a script sends is checked once, then only handed on.
    private static void Pass(string json)
    {
        for (var i = 0; i < Functions; i++)
        {
            if (!Value.TryParse(json, out var value, out var error)) throw new FormatException(error);
            if (value.Utf8.Length != json.Length) throw new InvalidOperationException("changed on the way");
        }
    }

    private static void Decode(string json)
    {
        var value = JsonNode.Parse(json)!;
        for (var i = 0; i < Functions; i++) value = JsonNode.Parse(value.ToJsonString())!;
    }
}
