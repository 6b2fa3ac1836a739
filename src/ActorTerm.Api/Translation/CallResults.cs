using System.Globalization;
using System.Text.Json;
using ActorTerm.Language;
using ActorTerm.Protocol;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>What a script answers to a call. Always acknowledged, also when the call is unknown or long over.</summary>
internal static class CallResults
{
    private const string Prefix = "rpc-";

    public static string RequestId(long call) => Prefix + call.ToString(CultureInfo.InvariantCulture);

    public static object Result(long id, ServerOriginatedRPCResultRequest m)
    {
        var acknowledgement = new Frame(new ServerOriginatedMessage { Id = id, ServerOriginatedRpcResultResponse = new() });
        if (!TryReadCall(m.RequestId, out var call)) return new Deliver(acknowledgement);

        return m.ResultCase switch
        {
            ServerOriginatedRPCResultRequest.ResultOneofCase.JsonValue => Value.TryParse(m.JsonValue, out var value, out var error)
                ? new ScriptReturned(call, value, acknowledgement)
                : new ScriptRaised(call, $"the script's result is not JSON: {error}", null, acknowledgement),
            ServerOriginatedRPCResultRequest.ResultOneofCase.JsonException => Exception(call, m.JsonException, acknowledgement),
            _ => new ScriptRaised(call, "the script answered with neither a value nor an exception", null, acknowledgement),
        };
    }

    private static ScriptRaised Exception(long call, string json, Frame acknowledgement)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } exception)
                return new ScriptRaised(call, Text(exception, "reason") ?? "the script gave no reason", Text(exception, "traceback"), acknowledgement);
        }
        catch (JsonException)
        {
            // Told below: what came is no JSON.
        }

        return new ScriptRaised(call, $"the script's exception is no JSON object: {json}", null, acknowledgement);
    }

    private static string? Text(JsonElement exception, string name) =>
        exception.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static bool TryReadCall(string text, out long call)
    {
        call = 0;
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out call);
    }
}
