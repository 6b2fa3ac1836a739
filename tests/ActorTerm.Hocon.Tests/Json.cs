using System.Text.Json.Nodes;

namespace ActorTerm.Hocon.Tests;

/// <summary>A tree as System.Text.Json writes it, to compare with what that library read from the same text.</summary>
internal static class Json
{
    public static string Of(HoconValue value) => NodeOf(value)!.ToJsonString();

    private static JsonNode? NodeOf(HoconValue value) => value switch
    {
        HoconObject o => new JsonObject(o.Select(f => KeyValuePair.Create(f.Key, NodeOf(f.Value)))),
        HoconArray a => new JsonArray([.. a.Select(NodeOf)]),
        HoconString s => JsonValue.Create(s.Text),
        _ => JsonNode.Parse(((HoconScalar)value).Text),
    };
}
