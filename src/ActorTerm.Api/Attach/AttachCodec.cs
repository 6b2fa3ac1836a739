using System.Text.Json;
using ActorTerm.Api.Translation;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Api.Attach;

/// <summary>Text messages of <c>/attach</c>: JSON to meaning and back. No I/O, no state. Spec: docs/protocol.md, section 6.</summary>
internal static class AttachCodec
{
    /// <summary>Columns, and rows: no session has more, and larger numbers would only pad.</summary>
    private const int MaxCells = 4096;

    /// <exception cref="FormatException">The text means nothing here; the message says what is wrong.</exception>
    public static ViewerRequest? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var message = json.RootElement;
            if (message.ValueKind != JsonValueKind.Object) throw new FormatException("a message is a JSON object");
            return (message.TryGetProperty("type", out var type) ? type.GetString() : null) switch
            {
                "hello" => new ViewerRequest.Hello(Cells(message, "columns"), Cells(message, "rows"), Flag(message, "resize", true), Flag(message, "readOnly", false)),
                "resize" => new ViewerRequest.Resize(Cells(message, "columns"), Cells(message, "rows")),
                "credit" => new ViewerRequest.Credit(),
                "repaint" => new ViewerRequest.Repaint(),
                _ => null,       // a newer viewer may say more
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException($"no JSON object with a type: {e.Message}");
        }
    }

    public static byte[] Attached(SessionsProtocol.Attached m)
    {
        var message = new Dictionary<string, object>
        {
            ["type"] = "attached",
            ["session"] = m.Session.ToString(),
            ["name"] = m.Info.Name,
            ["title"] = m.Info.Title,
            ["columns"] = m.Info.Columns,
            ["rows"] = m.Info.Rows,
            ["viewers"] = m.Info.Viewers,
        };
        if (m.Info.Exit is { } exit) AddExit(message, exit);
        return JsonSerializer.SerializeToUtf8Bytes(message);
    }

    public static byte[] Write(SessionsProtocol.ViewerNews news)
    {
        var message = new Dictionary<string, object>();
        switch (news)
        {
            case SessionsProtocol.SizeNews size:
                (message["type"], message["columns"], message["rows"]) = ("resized", size.Columns, size.Rows);
                break;
            case SessionsProtocol.TitleNews title:
                (message["type"], message["title"]) = ("title", title.Title);
                break;
            case SessionsProtocol.ViewersNews viewers:
                (message["type"], message["count"]) = ("viewers", viewers.Count);
                break;
            case SessionsProtocol.EndedNews ended:
                message["type"] = "ended";
                AddExit(message, ended.Exit);
                break;
            case SessionsProtocol.RestartedNews:
                message["type"] = "restarted";
                break;
            case SessionsProtocol.CoprocessNews coprocess:
                message["type"] = "coprocess";
                if (coprocess.Command is { } command) message["command"] = command;
                break;
            case SessionsProtocol.AlertNews alert:
                (message["type"], message["id"], message["source"], message["message"]) = ("alert", alert.Id, alert.Source, alert.Message);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(news), news.GetType().Name, "the wire has no such message");
        }

        return JsonSerializer.SerializeToUtf8Bytes(message);
    }

    private static void AddExit(Dictionary<string, object> message, SessionsProtocol.ProgramExit exit)
    {
        if (exit.Signal is { } signal) message["signal"] = Signals.NameOf(signal);
        else message["exitCode"] = exit.Code ?? 0;
    }

    private static int Cells(JsonElement message, string member) =>
        message.TryGetProperty(member, out var value) && value.TryGetInt32(out var cells) && cells is >= 1 and <= MaxCells
            ? cells
            : throw new FormatException($"`{member}` must be 1 to {MaxCells}");

    private static bool Flag(JsonElement message, string member, bool otherwise) => message.TryGetProperty(member, out var value) ? value.GetBoolean() : otherwise;
}
