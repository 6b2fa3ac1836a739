using System.Text.Json;
using ActorTerm.Protocol;

namespace ActorTerm.Client.Tests;

/// <summary>The stand-in as it calls functions that a script registered.</summary>
public static class CallsToScripts
{
    private static int _last;

    /// <summary>Serves registrations and results.</summary>
    public static StandInHost WithFunctions(this StandInHost host) => host
        .WhenSubscribed()
        .When(Asked.ServerOriginatedRpcResultRequest, _ => new() { ServerOriginatedRpcResultResponse = new() });

    /// <param name="arguments">Name and JSON; null for null.</param>
    /// <returns>The call's request id.</returns>
    public static async Task<string> CallAsync(this StandInHost host, string name, params (string Name, string? Json)[] arguments)
    {
        var call = new ServerOriginatedRPC { Name = name };
        foreach (var (argument, json) in arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal))
        {
            var value = new ServerOriginatedRPC.Types.RPCArgument { Name = argument };
            if (json is not null) value.JsonValue = json;
            call.Arguments.Add(value);
        }
        var id = $"rpc-{Interlocked.Increment(ref _last)}";
        await host.NotifyAsync(new() { ServerOriginatedRpcNotification = new() { RequestId = id, Rpc = call } });
        return id;
    }

    /// <summary>The next result, whatever else the script asks.</summary>
    public static async Task<ServerOriginatedRPCResultRequest> NextResultAsync(this StandInHost host)
    {
        while (true)
        {
            if ((await host.NextAsync()).ServerOriginatedRpcResultRequest is { } result) return result;
        }
    }

    /// <summary>Calls and waits for the result.</summary>
    public static async Task<ServerOriginatedRPCResultRequest> CallForResultAsync(this StandInHost host, string name, params (string Name, string? Json)[] arguments)
    {
        var id = await host.CallAsync(name, arguments);
        var result = await host.NextResultAsync();
        Assert.Equal(id, result.RequestId);
        return result;
    }

    public static string? Reason(this ServerOriginatedRPCResultRequest result) => Member(result, "reason");

    public static string? Traceback(this ServerOriginatedRPCResultRequest result) => Member(result, "traceback");

    private static string? Member(ServerOriginatedRPCResultRequest result, string name)
    {
        Assert.True(result.HasJsonException, $"the function returned {result.JsonValue}");
        return JsonElement.Parse(result.JsonException).TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
