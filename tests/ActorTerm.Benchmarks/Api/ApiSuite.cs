using ActorTerm.Benchmarks.Harness;
using ActorTerm.Protocol;
using Google.Protobuf;

namespace ActorTerm.Benchmarks.Api;

/// <summary>The scripting API, from a script's side.</summary>
internal sealed class ApiSuite : ISuite
{
    private const int Count = 20_000;

    public string Name => "api";

    public string About =>
        "A variable of the app, asked for by scripts over WebSockets on the host's Unix socket: the whole runtime behind the real edge. Against a "
        + "Kestrel server on a Unix socket that sends each message back as it came. Both in this process, with the same clients, each of which "
        + "sends its next request when the last is answered.";

    public IEnumerable<Row> Rows()
    {
        using var host = ServedHost.Start();
        using var echo = EchoServer.Start();
        foreach (var connections in (int[])[1, 100])
        {
            using var scripts = Clients.Connect(host.Socket, connections);
            using var echoed = Clients.Connect(echo.Socket, connections);
            yield return new Row(
                $"round trip (Variable get), {connections} {(connections == 1 ? "connection" : "connections")}", "requests/s",
                Side.Rate("host", Count, () => scripts.Ask(GetVariable, Count, Check)),
                Side.Rate("WebSocket echo", Count, () => echoed.Ask(GetVariable, Count, _ => { })),
                Goal.RatioAtLeast(0.7));
        }
    }

    private static byte[] GetVariable { get; } =
        new ClientOriginatedMessage { Id = 1, VariableRequest = new VariableRequest { App = true, Get = { "pid" } } }.ToByteArray();

    private static void Check(ReadOnlySpan<byte> answer)
    {
        var response = ServerOriginatedMessage.Parser.ParseFrom(answer).VariableResponse;
        if (response?.Values is not [not "null"]) throw new InvalidOperationException($"the host answered {response}");
    }
}
