using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActorTerm.Cli.Output;

/// <summary>JSON for programs: camelCase, only ever added to. The forms are in docs/cli-json.md.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    public static void Write(object value) => Console.Out.WriteLine(Text(value));

    public static string Text(object value) => JsonSerializer.Serialize(value, Options);

    /// <summary>For streams: one value, one line.</summary>
    public static void WriteLine(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, OneLine));
}
