using System.Runtime.InteropServices;
using System.Text.Json;
using ActorTerm.Language;

namespace ActorTerm.Runtime;

/// <summary>The parts of a value that somebody sent: as deep as values may be, and with whatever names JSON can spell.</summary>
internal static class JsonParts
{
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>The items of an array; none of anything else.</summary>
    public static IReadOnlyList<Value> Items(Value array)
    {
        if (array.Kind != JsonValueKind.Array) return [];

        using var document = JsonDocument.Parse(array.Utf8, AnyDepth);
        return [.. document.RootElement.EnumerateArray().Select(Part)];
    }

    /// <summary>The members of an object, in their order; none of anything else.</summary>
    public static IReadOnlyList<KeyValuePair<string, Value>> Members(Value value)
    {
        if (value.Kind != JsonValueKind.Object) return [];

        using var document = JsonDocument.Parse(value.Utf8, AnyDepth);
        return [.. document.RootElement.EnumerateObject().Select(member => new KeyValuePair<string, Value>(Name(member), Part(member.Value)))];
    }

    private static Value Part(JsonElement element)
    {
        Value.TryParse(JsonMarshal.GetRawUtf8Value(element), out var part, out _);
        return part;
    }

    // JsonProperty.Name throws for half of a surrogate pair, which JSON may escape.
    private static string Name(JsonProperty member)
    {
        Value.TryParse([(byte)'"', .. JsonMarshal.GetRawUtf8PropertyName(member), (byte)'"'], out var quoted, out _);
        return quoted.TryGetString(out var name) ? name : "";
    }
}
