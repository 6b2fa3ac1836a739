using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorTerm.Client;

/// <summary>The text messages of <c>/attach</c>, to JSON and from it. Spec: docs/protocol.md, section 6.</summary>
internal static class AttachCodec
{
    public static byte[] Hello(AttachOptions viewer)
    {
        var hello = Sized("hello", viewer.Columns, viewer.Rows);
        if (!viewer.Resize) hello["resize"] = false;
        if (viewer.ReadOnly) hello["readOnly"] = true;
        return Bytes(hello);
    }

    public static byte[] Resize(int columns, int rows) => Bytes(Sized("resize", columns, rows));

    public static byte[] Credit { get; } = Bytes(Typed("credit"));

    public static byte[] Repaint { get; } = Bytes(Typed("repaint"));

    /// <returns>Null for a type that a newer host knows.</returns>
    /// <exception cref="JsonException">This is no JSON object with a type, or it lacks a member.</exception>
    public static AttachMessage? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var message = document.RootElement;
        if (message.ValueKind != JsonValueKind.Object) throw new JsonException($"a message of {message.ValueKind}, not an object");
        return Text(message, "type") switch
        {
            "attached" => new AttachMessage.Attached(
                Text(message, "session"),
                Text(message, "name"),
                Text(message, "title"),
                Number(message, "columns"),
                Number(message, "rows"),
                Number(message, "viewers"),
                End(message)),
            "resized" => new AttachMessage.Resized(Number(message, "columns"), Number(message, "rows")),
            "title" => new AttachMessage.TitleChanged(Text(message, "title")),
            "viewers" => new AttachMessage.ViewersChanged(Number(message, "count")),
            "coprocess" => new AttachMessage.CoprocessChanged(message.TryGetProperty("command", out _) ? Text(message, "command") : null),
            "alert" => new AttachMessage.AlertRaised(Text(message, "id"), Text(message, "source"), Text(message, "message")),
            "ended" => new AttachMessage.Ended(End(message) ?? throw new JsonException("`ended` says neither exitCode nor signal")),
            "restarted" => new AttachMessage.Restarted(),
            _ => null,
        };
    }

    private static SessionEnd? End(JsonElement message)
    {
        var hasCode = message.TryGetProperty("exitCode", out var code);
        var hasSignal = message.TryGetProperty("signal", out var signal);
        return SessionEnd.Of(hasCode, hasCode ? code.GetInt32() : 0, hasSignal, hasSignal ? signal.GetString()! : "");
    }

    private static string Text(JsonElement message, string member) =>
        message.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new JsonException($"`{member}` is missing or no text");

    private static int Number(JsonElement message, string member) =>
        message.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new JsonException($"`{member}` is missing or no number");

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Sized(string type, int columns, int rows) => new() { ["type"] = type, ["columns"] = columns, ["rows"] = rows };

    private static byte[] Bytes(JsonObject message) => JsonSerializer.SerializeToUtf8Bytes(message, Json.Options.GetTypeInfo(typeof(JsonObject)));
}
