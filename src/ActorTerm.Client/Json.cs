using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ActorTerm.Client;

/// <summary>
/// Values are JSON from end to end. As <see cref="JsonElement"/> they stay what they were: long numbers, order of members and all.
/// </summary>
internal static class Json
{
    /// <summary>camelCase members, read in any case; text is written as it is, not as \u escapes.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),      // said in so many words, it also works where reflection is off by default
    };

    public static JsonElement Parse(string json) => JsonElement.Parse(json);

    public static T? Read<T>(string json) => (T?)Read(json, typeof(T));

    public static object? Read(string json, Type type) => JsonSerializer.Deserialize(json, Options.GetTypeInfo(type));

    public static string Write(object? value) => value switch
    {
        null => "null",
        JsonElement element => element.GetRawText(),
        _ => JsonSerializer.Serialize(value, Options.GetTypeInfo(value.GetType())),
    };
}
