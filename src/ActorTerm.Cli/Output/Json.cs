using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ActorTerm.Cli.Output;

/// <summary>JSON for programs: camelCase, only ever added to. The forms are in docs/cli-json.md, and in <see cref="JsonForms"/>.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonForms.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    public static void Write<T>(T form) => Console.Out.WriteLine(Text(form));

    /// <summary>An array.</summary>
    public static void WriteAll<T>(IEnumerable<T> forms) => Write(forms);

    public static string Text<T>(T form) => Serialize(form, Options);

    /// <summary>For streams: one value, one line.</summary>
    public static void WriteLine<T>(T form) => Console.Out.WriteLine(Serialize(form, OneLine));

    private static string Serialize<T>(T form, JsonSerializerOptions options) => JsonSerializer.Serialize(form, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
}
